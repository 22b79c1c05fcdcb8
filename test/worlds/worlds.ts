import { answersTo, assumedWorld, type SwitchName, switchNames, type World } from "../../sandbox";

/** Worlds that differ from the assumed one in one switch, by `switch=answer`. */
export function neighbours(): [string, Partial<World>][] {
  return switchNames.flatMap((name) =>
    answersTo(name)
      .filter((answer) => answer !== assumedWorld[name])
      .map((answer): [string, Partial<World>] => [`${name}=${answer}`, { [name]: answer }]),
  );
}

/** A world in which chance answers every switch; the same seed gives the same one. */
export function randomWorld(random: () => number): World {
  const answered = switchNames.map((name: SwitchName) => {
    const answers = answersTo(name);
    return [name, answers[Math.floor(random() * answers.length)]];
  });
  return Object.fromEntries(answered) as World;
}

/** What differs from the assumed world, as a command line gives it to the sandbox. */
export function differences(world: Partial<World>): string {
  const answers = Object.entries(world).filter(([name, answer]) => answer !== assumedWorld[name as SwitchName]);
  return answers.map(([name, answer]) => `${name}=${answer}`).join(",");
}
