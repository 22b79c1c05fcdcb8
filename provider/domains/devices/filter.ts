import { z } from "zod";
import type { RequestLabel } from "../../client";
import { field, type Values } from "../../core/field";
import type { DeviceFilter } from "../../inventory";
import { applicationNumberIn } from "../services/application-types";
import { application } from "../services/applications";
import type { Context } from "../../lifecycle";
import { flag, map, text, wholeNumber } from "../shared/text";

/** What remote.it filters devices by, as a program writes it. */
export const deviceFilter = {
  state: field(
    z.enum(["active", "inactive"]).optional(),
    "Only devices that are online (`active`), or that are not (`inactive`).",
  ),
  name: field(text().optional(), "Only devices whose name contains this text."),
  hardwareId: field(text().optional(), "Only the device with this hardware id."),
  tag: field(
    map({
      values: z.array(text()).describe("Names of tags."),
      operator: z.enum(["ANY", "ALL"]).default("ANY").describe("Whether one of the tags is enough, or all are needed."),
    })
      .meta({ title: "TagFilter" })
      .optional(),
    "Only devices that bear these tags.",
  ),
  owner: field(
    flag().optional(),
    "Whether devices that the account owns are given (true), or those shared with it (false). Left out: both.",
  ),
  application: field(
    z.array(application()).optional(),
    "Only devices that offer a service of one of these application types, each a name or a number. Of their services only these are shown.",
  ),
  platform: field(
    z.array(wholeNumber(0, 65_535, "the platform's number")).optional(),
    "Only devices of one of these platforms, by number.",
  ),
  sort: field(
    text().optional(),
    "What orders the devices: `name`, `state`, `platform`, `created`, `lastReported`, `owner.email` or `endpoint.quality`, or several with commas between, each with `-` before it for the other way round. Left out: `created`, in which no change moves a device while the list is read.",
  ),
};

/** The filter in the API's terms. @throws ValidationError where nobody knows the name of an application type. */
export async function toDeviceFilter(
  context: Context,
  { application: types, sort, ...others }: Partial<Values<typeof deviceFilter>>,
  about: RequestLabel,
): Promise<DeviceFilter> {
  const application = types && (await Promise.all(types.map((type) => applicationNumberIn(context, type, about))));
  return { ...others, ...(application && { application }), ...(sort !== undefined && { sort }) };
}
