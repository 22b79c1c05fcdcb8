import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { createPlaces } from "../../../cli/watch/places";

/** Sockets that are nothing but an address and an end; those that were given up are noted by their names. */
function sockets() {
  const gone: string[] = [];
  const socket = (name: string, remoteAddress: string | undefined = "10.0.0.1"): Socket => {
    const one = Object.assign(new EventEmitter(), { remoteAddress, destroy: () => void gone.push(name) });
    return one as unknown as Socket;
  };
  return { gone, socket };
}

test("as many as there are places keep them", () => {
  const { gone, socket } = sockets();
  const { take } = createPlaces(2);
  for (const name of ["a", "b"]) take(socket(name));
  expect(gone).toEqual([]);
  take(socket("c"));
  expect(gone).toEqual(["a"]);
});

test("a place is free again once its socket is closed", () => {
  const { gone, socket } = sockets();
  const { take } = createPlaces(1);
  const first = socket("first");
  take(first);
  first.emit("close");
  take(socket("second"));
  expect(gone).toEqual([]);
});

test("of the address that holds the most places the oldest goes, and never the newcomer", () => {
  const { gone, socket } = sockets();
  const { take } = createPlaces(4);
  take(socket("alone", "10.0.0.2"));
  for (const name of ["a", "b", "c"]) take(socket(name));
  take(socket("other", "10.0.0.3"));
  expect(gone).toEqual(["a"]);
  take(socket("another", "10.0.0.4"));
  expect(gone).toEqual(["a", "b"]);
  take(socket("one more", "10.0.0.5"));
  // Each address holds one by now: the oldest of all.
  expect(gone).toEqual(["a", "b", "alone"]);
});

test("who is known to have found the path goes last, and counts as others do once it has been answered", () => {
  const { gone, socket } = sockets();
  const { take, known } = createPlaces(2);
  const [first, second] = [socket("first"), socket("second")];
  take(first);
  take(second);
  known(first, true);
  take(socket("third"));
  expect(gone).toEqual(["second"]);
  known(first, false);
  take(socket("fourth"));
  expect(gone).toEqual(["second", "first"]);
  known(first, true); // it has gone: nothing to know
});

test("where all are known the oldest of them goes, and where there is one place the newcomer keeps it", () => {
  const { gone, socket } = sockets();
  const { take, known } = createPlaces(1);
  const first = socket("first");
  take(first);
  known(first, true);
  take(socket("second"));
  expect(gone).toEqual(["first"]);
  createPlaces(0).take(socket("the newcomer"));
  expect(gone).toEqual(["first"]);
});
