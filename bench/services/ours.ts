import type { Installed } from "../../test/engine/support";
import type { DeclareService } from "./declare";

/** Services as this package makes them. */
export function ourServices({ remoteit }: Installed): DeclareService {
  return (name, props) => new remoteit.Service(name, { ...props, application: "SSH" });
}
