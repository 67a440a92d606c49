// Asking for the floor: in which language, in which capacity, and one large button.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, HallEntry, SpeakerRank } from "../core/contract.ts";
import { timeOfDay } from "../core/clock.ts";
import { delegationName } from "../core/names.ts";
import { sharedWith } from "../core/rights.ts";
import { language, t } from "../i18n/t.ts";
import { GroupField, JointField, LanguageField, RankField } from "../ui/fields.tsx";
import { isLive, isPending, type Shown } from "../ui/live.ts";
import { Sending } from "../ui/press.tsx";

interface Props {
  readonly live: Shown<"hall">;
  readonly delivered: HallEntry | undefined;
}

/** Why the button would be refused now, in the list's own words; undefined while the list takes requests. */
function closedBecause(live: Shown<"hall">, group: string): string | undefined {
  const own = live.known.value.me?.delegation;
  const view = live.view.value;
  const state = view.item === undefined ? undefined : view.lists[view.item]?.state;
  if (state === undefined) {
    return t("ask.no_item");
  }
  if (view.vote !== undefined) {
    return t("ask.voting");
  }
  const shared = own === undefined ? undefined : sharedWith(view, own, group === "" ? undefined : group);
  if (shared !== undefined) {
    return t("joining.joined", { name: delegationName(view, shared, language()).text });
  }
  return state === "not_open" || state === "closed" ? t(`ask.list.${state}`) : undefined;
}

export function Ask({ live, delivered }: Props): JSX.Element {
  const [spoken, setSpoken] = useState("");
  const [group, setGroup] = useState("");
  const [rank, setRank] = useState<SpeakerRank>("other");
  const [joint, setJoint] = useState<readonly string[]>([]);
  const own = live.known.value.me?.delegation;
  const because = closedBecause(live, group);
  const command: Command = {
    command: "RequestFloor",
    kind: "statement",
    ...(spoken === "" ? {} : { language: spoken }),
    ...(group === "" ? {} : { on_behalf_of: group }),
    ...(rank === "other" ? {} : { rank }),
    ...(joint.length === 0 ? {} : { joint }),
  };
  const pending = isPending(live, command);
  const ready = isLive(live) && because === undefined && !pending;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready) {
      void live.act(command);
    }
  };
  const heardAt = delivered?.ended_at;
  return (
    <form class="ask" onSubmit={submit}>
      {heardAt && (
        <p class="delivered">
          {t(delivered.state === "taken_as_read" ? "ask.as_read" : "ask.delivered", {
            time: timeOfDay(heardAt, live.session.conference.time_zone),
          })}
        </p>
      )}
      <div class="fields">
        <LanguageField live={live} value={spoken} choose={setSpoken} />
        <GroupField live={live} value={group} choose={setGroup} of={own} />
        <RankField live={live} value={rank} choose={setRank} />
      </div>
      <JointField live={live} value={joint} choose={setJoint} />
      <button type="submit" class="primary big" aria-disabled={!ready}>
        {t("ask.floor")}
        {pending && <Sending />}
      </button>
      {because && <p class="hint">{because}</p>}
    </form>
  );
}
