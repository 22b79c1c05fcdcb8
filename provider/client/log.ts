/** What a user should know beside the outcome: a wait, a thing that was adopted, a clock that is off. */
export type Log = (level: "info" | "warning", message: string) => void;
