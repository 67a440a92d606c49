// Motions: the one before the body, and those that wait in the order in which the body takes them.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { MotionShown } from "../core/contract.ts";
import { nextUp } from "../core/next.ts";
import { movableBySomebody } from "../core/rights.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { MotionForm } from "../ui/motion-form.tsx";
import { MotionMover, motionText } from "../ui/motion.tsx";
import { Press, Send } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { DelegationSelect } from "./delegation-select.tsx";
import { useChairKeys } from "./keys.tsx";
import { methodAsked, Put } from "./put.tsx";

type Props = { readonly live: Shown<"podium">; readonly id: string; readonly motion: MotionShown };

function Words({ live, motion }: Props): JSX.Element {
  return (
    <span class="grow">
      <b>
        <bdi>{motionText(live.view.value, motion)}</bdi>
      </b>
      <small>
        <MotionMover view={live.view.value} motion={motion} />
      </small>
    </span>
  );
}

/** Who has spoken and may still speak for and against; the mover apart. */
function Sides({ motion }: { motion: MotionShown }): JSX.Element {
  const { heard_for, places_for, heard_against, places_against } = motion;
  const [asking, opposed] = [(motion.asked_for ?? []).length, (motion.asked_against ?? []).length];
  return (
    <span class="marks">
      {!motion.mover_heard && <Mark>{t("motion.mover_next")}</Mark>}
      {places_for > 0 && <Mark>{t("motion.for", { heard: heard_for, places: places_for, asking })}</Mark>}
      {places_against > 0 && (
        <Mark>{t("motion.against", { heard: heard_against, places: places_against, asking: opposed })}</Mark>
      )}
      {places_for + places_against === 0 && <Mark>{t("motion.no_debate")}</Mark>}
      <Mark>{t(`majority.${motion.majority}`)}</Mark>
    </span>
  );
}

function TakenUp({ live, id, motion }: Props): JSX.Element {
  const question = { kind: "motion", ref: id } as const;
  const asked = methodAsked(live.view.value, question);
  const somebodyToHear = nextUp(live.view.value) !== undefined;
  return (
    <div class="taken-up">
      <Words live={live} id={id} motion={motion} />
      <Sides motion={motion} />
      {asked && <p>{t("put.asked", { method: t(`method.${asked}`) })}</p>}
      <div class="buttons">
        <Put live={live} question={question} text={t("motion.put")} style={somebodyToHear ? "" : "primary"} />
        <Send live={live} command={{ command: "WithdrawMotion", motion: id }} style="">
          {t("motion.withdraw")}
        </Send>
      </div>
    </div>
  );
}

function MoveDialog({ live, close }: { live: Shown<"podium">; close: () => void }): JSX.Element {
  const [delegation, choose] = useState("");
  const view = live.view.value;
  return (
    <Dialog title={t("motion.enter")} close={close}>
      <RefusalToast live={live} />
      <p>{t("motion.enter.says")}</p>
      <DelegationSelect
        live={live}
        label={t("motion.mover")}
        value={delegation}
        choose={choose}
        categories={view.procedure.movers}
      />
      <MotionForm
        live={live}
        kinds={movableBySomebody(view)}
        ready={delegation !== ""}
        by={delegation === "" ? undefined : delegation}
        done={close}
      />
    </Dialog>
  );
}

/** The desk enters the motion of a delegation that asked by flag. */
export function EnterMotion({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const { procedure, meeting, vote } = live.view.value;
  if (procedure.motions.length === 0 || meeting.phase !== "in_session" || !may(live, "Move")) {
    return null;
  }
  return (
    <>
      <Press ready={isLive(live) && vote === undefined} press={() => setOpen(true)}>
        {t("motion.enter.open")}
      </Press>
      {open && <MoveDialog live={live} close={() => setOpen(false)} />}
    </>
  );
}

export function Motions({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const view = live.view.value;
  const taken = view.motion === undefined ? undefined : view.motions[view.motion];
  const pending = view.pending_motions.flatMap((id) => (view.motions[id] ? [{ id, motion: view.motions[id] }] : []));
  const [first] = pending;
  const free = view.motion === undefined && view.vote === undefined;
  useChairKeys({
    m: {
      ready: first !== undefined && free && isLive(live) && may(live, "TakeUpMotion"),
      act: () => void live.act({ command: "TakeUpMotion", motion: first?.id ?? "" }),
    },
  });
  if (taken === undefined && pending.length === 0) {
    return null;
  }
  return (
    <section class="panel motions" aria-labelledby="motions-title">
      <h2 id="motions-title">{t("motion.title")}</h2>
      {taken && view.motion && <TakenUp live={live} id={view.motion} motion={taken} />}
      <ol class="rows">
        {pending.map(({ id, motion }, index) => (
          <li key={id}>
            <Words live={live} id={id} motion={motion} />
            {index === 0 && (
              <Send live={live} command={{ command: "TakeUpMotion", motion: id }} ready={free} style="small primary">
                {t("motion.take_up")}
                <kbd aria-hidden="true">M</kbd>
              </Send>
            )}
            <Send live={live} command={{ command: "WithdrawMotion", motion: id }}>
              {t("motion.withdraw")}
            </Send>
          </li>
        ))}
      </ol>
    </section>
  );
}
