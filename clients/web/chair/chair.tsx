// The podium's console: for the chair with all acts of the floor, for the secretariat as its desk.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Called } from "../ui/called.tsx";
import { FloorPanel } from "../ui/floor.tsx";
import { Header } from "../ui/header.tsx";
import { presides, type Shown } from "../ui/live.ts";
import { Agenda } from "./agenda.tsx";
import { Controls } from "./controls.tsx";
import { Desk } from "./desk.tsx";
import { KeyHelp } from "./help.tsx";
import { ListPanel } from "./list-panel.tsx";
import { Points } from "./points.tsx";
import { Proceedings } from "./proceedings.tsx";

function HelpButton(): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="quiet small" onClick={() => setOpen(true)}>
        {t("help.open")} <kbd aria-hidden="true">?</kbd>
      </button>
      {open && <KeyHelp close={() => setOpen(false)} />}
    </>
  );
}

/** The way to the desk of accreditation, for those who may go there. */
function ToDesk({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const { capacity } = live.session;
  return capacity === "chair" || capacity === "secretariat" ? (
    <a class="button small" href={`desk${location.search}`}>
      {t("console.desk")}
    </a>
  ) : null;
}

function Notices({ live }: { live: Shown<"podium"> }): JSX.Element {
  const { notice } = live.session.service;
  return (
    <div class="notices">
      {notice && <p class="notice">{notice}</p>}
      {!presides(live) && <p class="notice">{t("meeting.other_presides")}</p>}
    </div>
  );
}

export function Chair({ live }: { live: Shown<"podium"> }): JSX.Element {
  return (
    <div class="podium">
      <Header live={live}>
        <ToDesk live={live} />
        <HelpButton />
      </Header>
      <main class="podium-main">
        <Notices live={live} />
        <div class="column-floor">
          <Points live={live} />
          <section class="panel floor-panel" aria-labelledby="floor-title">
            <h2 id="floor-title">{t("floor.title")}</h2>
            <Called live={live} />
            <FloorPanel live={live} />
          </section>
          <Controls live={live} />
        </div>
        <ListPanel live={live} item={live.view.value.item} />
        <div class="column-side">
          <Proceedings live={live} />
          <Agenda live={live} />
          <Desk live={live} />
        </div>
      </main>
    </div>
  );
}
