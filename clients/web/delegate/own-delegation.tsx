// The page of a focal point or a head of delegation: her own delegation's limits, seats and problems, and the swap.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Delegation } from "../core/accreditation.ts";
import { call } from "../core/session.ts";
import { titled } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Concerns, LimitsTable, SeatsList } from "../ui/delegation-parts.tsx";
import type { Live, Shown } from "../ui/live.ts";
import { RefusalToast } from "../ui/toast.tsx";
import type { Audience } from "../core/contract.ts";

function useOwn(live: Live<Audience>, at: string): { own: Delegation | undefined; again: () => void } {
  const [own, setOwn] = useState<Delegation>();
  const [turn, setTurn] = useState(0);
  const { me } = live.known.value;
  useEffect(() => {
    let wanted = true;
    call("GET", at).then((told) => wanted && setOwn(told as Delegation), live.report);
    return () => {
      wanted = false;
    };
  }, [at, turn, me]);
  return { own, again: () => setTurn((count) => count + 1) };
}

function Own({ live, id, close }: { live: Shown<"hall">; id: string; close: () => void }): JSX.Element {
  const at = `api/v1/conferences/${live.session.conference.id}/delegations/${id}`;
  const { own, again } = useOwn(live, at);
  const act = async (path: string, body: object): Promise<boolean> => {
    const done = await live.attempt(() => call("POST", `${at}${path}`, body));
    again();
    return done;
  };
  const scope = (wanted: string): string => titled(live.session.meetings.find((each) => each.id === wanted)?.title ?? wanted, language()).text;
  return (
    <Dialog title={t("own.title")} close={close}>
      <RefusalToast live={live} />
      {own === undefined ? (
        <p class="empty">{t("seat.loading")}</p>
      ) : (
        <div class="own">
          {(own.problems ?? []).length > 0 && <h3>{t("delegation.concerns")}</h3>}
          <Concerns of={own.problems ?? []} />
          <h3>{t("limits.own")}</h3>
          <LimitsTable limits={own.limits} scope={scope} />
          <h3>{t("seat.title")}</h3>
          <SeatsList
            of={own}
            asks
            scope={scope}
            swap={(one, other) => act("/swap", { one, other })}
            give={(moves) => act("/seats", { moves })}
          />
        </div>
      )}
    </Dialog>
  );
}

/** Nothing for who is neither head nor focal point. */
export function OwnDelegation({ live }: { live: Shown<"hall"> }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const { part, delegation } = live.session;
  if (part === undefined || delegation === undefined) {
    return null;
  }
  return (
    <>
      <button type="button" class="small" onClick={() => setOpen(true)}>
        {t("own.open")}
      </button>
      {open && <Own live={live} id={delegation} close={() => setOpen(false)} />}
    </>
  );
}
