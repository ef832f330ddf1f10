/** Whether a pipeline runs this: every common one sets `CI`. */
export const inCI = (env: NodeJS.ProcessEnv = process.env): boolean => !["", "0", "false", undefined].includes(env["CI"]?.toLowerCase());
