// A delegation's seats, which are rows and not of the meeting's view: asked for, and again when they may have changed.
import { useEffect, useState } from "preact/hooks";
import type { Audience, DelegationSeats } from "../core/contract.ts";
import { delegationSeats } from "../core/session.ts";
import type { Live } from "./live.ts";

/** Undefined until they are told; `changed` is anything that is another object once the roster has changed. */
export function useSeats(live: Live<Audience>, id: string, changed: unknown): DelegationSeats | undefined {
  const [seats, setSeats] = useState<DelegationSeats>();
  useEffect(() => {
    let wanted = true;
    delegationSeats(live.session.conference.id, id).then((told) => {
      if (wanted) {
        setSeats(told);
      }
    }, live.report);
    return () => {
      wanted = false;
    };
  }, [id, changed]);
  return seats;
}
