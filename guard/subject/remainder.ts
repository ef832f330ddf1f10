/** What a document says, or says nothing of, beside what is judged: the type of a subject of kind `remainder`. */
export const REMAINDER = {
  part: "the engine says that applying it is not the end (complete: false)",
  stranger: "what this release of Terroir does not know",
} as const;
