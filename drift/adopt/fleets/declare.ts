import { applicationName } from "../../../provider/domains/services/applications";
import { visible } from "../../formats/visible";
import { fleetNames } from "../names";
import { type Declaration, Shape } from "../program";
import { NAMED, placeOf, templateOf } from "./common";
import type { Proposal } from "./propose";

/** The fleets as a program declares them. They take over nothing: running the program changes nothing, since all conforms already. */
export function fleetDeclarations(fleets: readonly Proposal[]): Declaration[] {
  const names = fleetNames(fleets.map(({ tag }) => tag));
  return fleets.map((fleet, index) => {
    const { services = [], notificationSettings, attributes } = templateOf(fleet.items);
    const written = services.map(
      ({ name, application, ...others }) =>
        new Shape("FleetService", { name, application: applicationName(application), ...others }),
    );
    const template = new Shape("FleetTemplate", {
      attributes,
      notificationSettings: notificationSettings && new Shape("NotificationSettings", notificationSettings),
      services: written.length > 0 ? written : undefined,
    });
    return {
      type: "Fleet",
      name: names[index] ?? "",
      comments: commentsOf(fleet),
      properties: { selector: new Shape("FleetSelector", { tags: new Shape("FleetTags", { any: [fleet.tag] }) }), template },
      sensitive: [],
      lacking: [],
    };
  });
}

function commentsOf({ tag, items, others, devices, unmanaged }: Proposal): string[] {
  const [all, alone] = [`${devices} devices have`, `${unmanaged} of them`];
  return [
    `${all} the tag ${visible(tag)}, ${unmanaged === devices ? "all of them" : alone} unmanaged. All have: ${listed(items.map(placeOf))}.`,
    ...(others.length > 0 ? [`Not all have the same, so that this stays as it is on each: ${listed(others)}.`] : []),
    ...(items.some(({ kind }) => kind === "attribute")
      ? [
          "The attributes stand here in plain: keep what is secret of them in the configuration, with `pulumi config set --secret`.",
        ]
      : []),
  ];
}

function listed(places: readonly string[]): string {
  const more = places.length > NAMED ? " and others" : "";
  return `${places
    .slice(0, NAMED)
    .map((place) => visible(place, 100))
    .join(", ")}${more}`;
}
