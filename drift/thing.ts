import { idKey } from "../provider/inventory";

/** Names a thing of the account, whatever the case in which its id is written. */
export const thingOf = ({ type, id }: { type: string; id: string }): string => `${type} ${idKey(id)}`;
