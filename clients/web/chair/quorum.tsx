// The quorum: to open the meeting, of those present now, and to decide on the item under consideration.
import type { JSX } from "preact";
import type { PodiumView } from "../core/contract.ts";
import { t, type Key } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";

type Count = NonNullable<PodiumView["quorum"]>;

interface LineProps {
  readonly title: Key;
  readonly count: Count;
  readonly says: string;
}

function Line({ title, count: { present, registered, needed, waived }, says }: LineProps): JSX.Element {
  return (
    <p class="fact">
      <span>{t(title)}</span>
      <b class="digits">{t("quorum.counted", { present, registered })}</b>
      <small>{says}</small>
      {present < needed && !waived && <Mark tone="warn">{t("quorum.short")}</Mark>}
    </p>
  );
}

/** What was counted at the opening is told where it differs from now. */
export function Quorum({ view }: { view: PodiumView }): JSX.Element | null {
  const { quorum: opening, quorum_now: now, decision_quorum: decision } = view;
  if (now === undefined) {
    return null;
  }
  const { needed } = now;
  const toOpen = t(now.waived ? "quorum.waived" : "quorum.needed", { needed });
  const then =
    opening === undefined || opening.present === now.present
      ? ""
      : t("quorum.opening", { present: opening.present, registered: opening.registered });
  return (
    <>
      <Line title="quorum.title" count={now} says={[toOpen, then].filter(Boolean).join(" · ")} />
      {decision !== undefined && !decision.waived && (
        <Line title="quorum.to_decide" count={decision} says={t("quorum.decide_needed", { needed: decision.needed })} />
      )}
    </>
  );
}
