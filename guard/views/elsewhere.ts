/** How one stack calls a thing of another: by the stack's name, as no address of its own begins. */
export const elsewhere = (stack: string): string => `${stack}: `;

export const isElsewhere = (address: string): boolean => /^[^.[]+: /.test(address);
