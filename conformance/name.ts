/** Whatever a trial makes is called so, and nothing else of an account is. Its case is a question of one of the trials. */
export const NAME = "pulumi-remoteit-conformance";
