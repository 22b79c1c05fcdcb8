import { InvalidArgumentError, Option } from "commander";
import { ConfigurationError } from "../../provider/core/errors";

/**
 * An option that an environment variable gives as well, and whose value may be a secret: what is wrong with it is said without
 * quoting it, as commander would.
 *
 * @param parse - Throws InvalidArgumentError with the form that is expected.
 */
export function secretOption(flags: string, description: string, variable: string, parse: (text: string) => string): Option {
  const option = new Option(flags, description).env(variable);
  return option.argParser((text: string) => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw new ConfigurationError({
        what: `Read ${option.long ?? flags} or ${variable}`,
        why: "Its value has the wrong form. The value is not shown, since it may be a secret.",
        remedy: error.message,
      });
    }
  });
}
