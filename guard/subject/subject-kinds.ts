/** What a subject can be. `remainder`: what the document itself says that it leaves out. */
export const SUBJECT_KINDS = ["resource", "data", "provider", "backend", "module", "provisioner", "import", "file", "remainder"] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const isSubjectKind = (text: unknown): text is SubjectKind => (SUBJECT_KINDS as readonly unknown[]).includes(text);
