import type { Socket } from "node:net";

/** Who is connected, so that nobody can keep others out by taking every place. */
export interface Places {
  /** Takes a place for the newcomer, and where there is none left, gives up that of somebody else. */
  take: (socket: Socket) => void;
  /** Whether the socket is known to have found the path: those that have not go first. */
  known: (socket: Socket, isKnown: boolean) => void;
}

interface Place {
  socket: Socket;
  peer: string;
  isKnown: boolean;
}

/** @param most - Connections at once. */
export function createPlaces(most: number): Places {
  /** The oldest first. */
  const places = new Map<Socket, Place>();

  /** Not the newcomer's: it has not had the time to say what it wants. */
  const giveUp = (newcomer: Socket) => {
    const others = [...places.values()].filter(({ socket }) => socket !== newcomer);
    const unknown = others.filter(({ isKnown }) => !isKnown);
    const place = oldestOfMost(unknown.length > 0 ? unknown : others);
    if (!place) return;
    places.delete(place.socket);
    place.socket.destroy();
  };

  return {
    take: (socket) => {
      places.set(socket, { socket, peer: socket.remoteAddress ?? "", isKnown: false });
      socket.once("close", () => places.delete(socket));
      if (places.size > most) giveUp(socket);
    },
    known: (socket, isKnown) => {
      const place = places.get(socket);
      if (place) place.isKnown = isKnown;
    },
  };
}

/** Of the address that holds the most places its oldest: who takes many pays for it, and nobody else. */
function oldestOfMost(places: readonly Place[]): Place | undefined {
  const counts = new Map<string, number>();
  for (const { peer } of places) counts.set(peer, (counts.get(peer) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return places.find(({ peer }) => counts.get(peer) === most);
}
