/** Environment variable that names a file: an app that refuses its own output leaves its report there, for a command that runs it to know why it ended. */
export const VERDICT_FILE = "TERROIR_VERDICT_FILE";
