// A delegate's console: where my delegation stands, what I can do, and who speaks now.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Me } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { Called } from "../ui/called.tsx";
import { FloorPanel } from "../ui/floor.tsx";
import { Header } from "../ui/header.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, Mark, ModalityMark } from "../ui/marks.tsx";
import { NextSpeakers } from "../ui/next.tsx";
import { BeforeBody } from "../ui/before-body.tsx";
import { DecidedNow, PutNow } from "../ui/put-now.tsx";
import { mayRaisePoint } from "../core/rights.ts";
import { Joining } from "./joining.tsx";
import { MoreAsks } from "./more-asks.tsx";
import { OwnDelegation } from "./own-delegation.tsx";
import { PointOfOrder } from "./point-of-order.tsx";
import { situationOf, type Situation } from "./situation.ts";
import { Following, Standing } from "./standing.tsx";
import { Texts } from "./texts.tsx";
import { Objection, Vote } from "./vote.tsx";

type Live = Shown<"hall">;

function WhoAmI({ live, me }: { live: Live; me: Me }): JSX.Element {
  return (
    <p class="whoami">
      {me.delegation && (
        <b>
          <DelegationName view={live.view.value} id={me.delegation} />
        </b>
      )}
      {me.name && <bdi>{me.name}</bdi>}
      {me.seat && (
        <>
          <ModalityMark modality={me.seat.modality} />
          <Mark>{t(`role.${me.seat.role}`)}</Mark>
        </>
      )}
    </p>
  );
}

/** Tells a screen reader at once when it is the delegate's turn: she may be doing something else. */
function Turn({ now }: { now: Situation | undefined }): JSX.Element {
  const last = useRef(now?.kind);
  const said = useRef("");
  useEffect(() => {
    last.current = now?.kind;
  }, [now?.kind]);
  if (now?.kind !== last.current) {
    said.current = now?.kind === "called" || now?.kind === "speaking" ? t(`standing.${now.kind}`) : "";
  }
  return (
    <div class="unseen" role="alert">
      {said.current}
    </div>
  );
}

export function Delegate({ live }: { live: Live }): JSX.Element {
  const { me } = live.known.value;
  const view = live.view.value;
  const delegation = me?.delegation;
  const now = delegation === undefined ? undefined : situationOf(view, delegation, live.now.value);
  const speaker = me?.seat?.role === "speaker";
  return (
    <div class="delegate">
      <Header live={live} />
      <Turn now={speaker ? now : undefined} />
      <main class="delegate-main">
        <div class="whoami-place">
          {me && <WhoAmI live={live} me={me} />}
          <span class="buttons">
            {speaker && delegation !== undefined && <Texts live={live} delegation={delegation} />}
            <OwnDelegation live={live} />
          </span>
        </div>
        {speaker && now !== undefined && delegation !== undefined ? (
          <div class="mine">
            <Vote live={live} delegation={delegation} />
            <Objection live={live} delegation={delegation} />
            <DecidedNow live={live} />
            <Standing live={live} now={now} />
            <Joining live={live} delegation={delegation} />
            <MoreAsks live={live} delegation={delegation} />
            {mayRaisePoint(view, delegation) && <PointOfOrder live={live} delegation={delegation} />}
          </div>
        ) : (
          <div class="mine">
            <PutNow live={live} />
            <Following live={live} observer={me?.seat?.role === "observer"} now={now} />
          </div>
        )}
        <section class="panel floor-panel" aria-labelledby="floor-title">
          <h2 id="floor-title">{t("floor.title")}</h2>
          <Called live={live} />
          <FloorPanel live={live} />
          <BeforeBody live={live} />
        </section>
        <section class="panel" aria-labelledby="list-title">
          <h2 id="list-title">{t("list.title")}</h2>
          <NextSpeakers live={live} most={8} own={delegation} />
        </section>
      </main>
    </div>
  );
}
