// Joint statements: who asks my delegation to join, what it has joined, and who has joined its own.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, HallEntry, HallView } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import { language, t, type Key } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { isLive, isPending, type Shown } from "../ui/live.ts";
import { DelegationNames } from "../ui/marks.tsx";
import { Press, Send } from "../ui/press.tsx";

type Props = { readonly live: Shown<"hall">; readonly delegation: string };

const WAITS: ReadonlySet<HallEntry["state"]> = new Set(["inscribed", "passed_over"]);

function Names({ view, title, of }: { view: HallView; title: Key; of: readonly string[] }): JSX.Element | null {
  return of.length === 0 ? null : (
    <li>
      <span class="grow">
        <b>{t(title)}</b>{" "}
        <DelegationNames view={view} ids={of} />
      </span>
    </li>
  );
}

function Asks({ live, id, name }: { live: Shown<"hall">; id: string; name: string }): JSX.Element {
  return (
    <li>
      <span class="grow">{t("joining.asks", { name })}</span>
      <Send live={live} command={{ command: "JoinStatement", request: id }} style="primary">
        {t("joining.join")}
      </Send>
      <Send live={live} command={{ command: "DeclineToJoin", request: id }} style="">
        {t("joining.decline")}
      </Send>
    </li>
  );
}

/** Only who is asked may join: to have left cannot be taken back, so it is asked once more. */
function Joined({ live, id, name }: { live: Shown<"hall">; id: string; name: string }): JSX.Element {
  const [asking, ask] = useState(false);
  const command: Command = { command: "WithdrawRequest", request: id };
  return (
    <li>
      <span class="grow">{t("joining.joined", { name })}</span>
      <Press ready={isLive(live)} pending={isPending(live, command)} press={() => ask(true)} style="danger">
        {t("joining.leave")}
      </Press>
      {asking && (
        <Confirm
          title={t("joining.leave")}
          says={t("joining.leave.says", { name })}
          yes={t("joining.leave")}
          act={() => void live.act(command)}
          close={() => ask(false)}
          ready={isLive(live)}
        />
      )}
    </li>
  );
}

/** Nothing while no statement that waits has to do with others and the delegation. */
export function Joining({ live, delegation }: Props): JSX.Element | null {
  const view = live.view.value;
  const rows = Object.entries(view.entries).flatMap(([id, entry]) => {
    if (!WAITS.has(entry.state)) {
      return [];
    }
    const { joint = [], named = [] } = entry;
    const name = delegationName(view, entry.delegation, language()).text;
    if (entry.delegation === delegation) {
      return [
        ...(joint.length > 0 ? [<Names key={`${id} joint`} view={view} title="joining.with" of={joint} />] : []),
        ...(named.length > 0 ? [<Names key={`${id} named`} view={view} title="joining.asked" of={named} />] : []),
      ];
    }
    return [
      ...(named.includes(delegation) ? [<Asks key={id} live={live} id={id} name={name} />] : []),
      ...(joint.includes(delegation) ? [<Joined key={id} live={live} id={id} name={name} />] : []),
    ];
  });
  return rows.length === 0 ? null : (
    <section class="panel joining" aria-labelledby="joining-title">
      <h2 id="joining-title">{t("joining.title")}</h2>
      <ul class="rows own-requests" aria-live="polite">
        {rows}
      </ul>
    </section>
  );
}
