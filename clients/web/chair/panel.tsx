// A panel: presentations, then questions in batches and answers; the response list stands beside the requests.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PanelPhase, PodiumView } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { isPanelOpen } from "../core/next.ts";
import { t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Mark, officeTitle, Spoken } from "../ui/marks.tsx";
import { Press, Send } from "../ui/press.tsx";
import { Beside } from "./beside.tsx";

type Open = NonNullable<PodiumView["panel"]>;
type Props = { readonly live: Shown<"podium">; readonly panel: Open };

const TURNS: Readonly<Record<PanelPhase, readonly PanelPhase[]>> = {
  presentations: ["questions"],
  questions: ["answers"],
  answers: ["questions"],
  closed: [],
};

function Panellists({ live, panel }: Props): JSX.Element {
  const { directory } = live.known.value;
  return (
    <ol class="rows">
      {panel.panellists.map((each) => (
        <li key={each.participant}>
          <span class="grow">
            <bdi>{personName(directory, each.participant) ?? officeTitle(each.title).text}</bdi>
            <small>
              <Spoken {...officeTitle(each.title)} />
            </small>
          </span>
          {each.presented && <Mark tone="ok">{t("panel.presented")}</Mark>}
          {each.answered && <Mark tone="ok">{t("panel.answered")}</Mark>}
          {each.responds !== undefined && <Mark tone="warn">{t("panel.responds", { place: each.responds })}</Mark>}
          {panel.phase !== "presentations" && each.responds === undefined && (
            <Send live={live} command={{ command: "AskToRespond", panellist: each.participant }}>
              {t("panel.ask_for")}
            </Send>
          )}
        </li>
      ))}
    </ol>
  );
}

function Steps({ live, panel }: Props): JSX.Element {
  const [closing, ask] = useState(false);
  const view = live.view.value;
  const questions = view.lists[panel.item]?.questions?.length ?? 0;
  return (
    <div class="buttons">
      {TURNS[panel.phase].map((phase) => (
        <Send key={phase} live={live} command={{ command: "TurnTo", phase }}>
          {t(`panel.turn_to.${phase}`)}
        </Send>
      ))}
      {may(live, "ClosePanel") && (
        <Press ready={isLive(live)} press={() => ask(true)}>
          {t("panel.close")}
        </Press>
      )}
      {closing && (
        <Confirm
          title={t("panel.close.title")}
          says={questions > 0 ? t("panel.close.waiting", { count: questions }) : t("panel.close.says")}
          yes={t("panel.close.yes")}
          act={() => void live.act({ command: "ClosePanel", confirmed: questions > 0 })}
          close={() => ask(false)}
        />
      )}
    </div>
  );
}

export function PanelSection({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const view = live.view.value;
  const { panel } = view;
  if (panel === undefined || !isPanelOpen(view)) {
    return null;
  }
  const { phase, batch, asked = [], moderated_by: moderator } = panel;
  const moderatedBy = personName(live.known.value.directory, moderator) ?? officeTitle(panel.moderator).text;
  return (
    <section class="panel panel-section" aria-labelledby="panel-title">
      <header class="section-head">
        <h2 id="panel-title">
          {t("panel.title")} <bdi>{panel.title}</bdi>
        </h2>
        <Mark tone="ok">{t(`panel.phase.${phase}`)}</Mark>
        {phase !== "presentations" && <Mark>{t("panel.batch", { asked: asked.length, batch })}</Mark>}
      </header>
      {moderatedBy && (
        <p class="fact">
          <span>{t("panel.moderator")}</span>
          <bdi>{moderatedBy}</bdi>
        </p>
      )}
      <Panellists live={live} panel={panel} />
      <Beside live={live} item={panel.item} kind="questions" />
      <Beside live={live} item={panel.item} kind="rebuttals" />
      <Steps live={live} panel={panel} />
    </section>
  );
}
