// All clean registrations in one act: says how many first, shows how far it is, and who was refused and why.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { approveAll, type Outcome } from "./decisions.ts";
import type { Desk } from "./desk.ts";
import { Progress, Refusals } from "./parts.tsx";
import type { CrossCheck } from "../core/accreditation.ts";

type Stage = { readonly is: "asking" } | { readonly is: "running"; readonly done: number } | { readonly is: "over"; readonly outcome: Outcome };

export function ApproveAll({ desk, check }: { desk: Desk; check: CrossCheck }): JSX.Element {
  const [ids, ask] = useState<readonly string[]>();
  const count = check.clean.length;
  return (
    <>
      <button
        type="button"
        class="primary"
        aria-disabled={count === 0}
        onClick={() => count > 0 && ask(check.clean)}
      >
        {t("approve_all.open", { count })}
      </button>
      {ids && <ApproveAllDialog desk={desk} check={check} ids={ids} close={() => ask(undefined)} />}
    </>
  );
}

function ApproveAllDialog(props: {
  desk: Desk;
  check: CrossCheck;
  ids: readonly string[];
  close: () => void;
}): JSX.Element {
  const { desk, check, ids } = props;
  const [stage, setStage] = useState<Stage>({ is: "asking" });
  const run = (): void => {
    setStage({ is: "running", done: 0 });
    approveAll(desk, check, ids, (done) => setStage({ is: "running", done })).then(
      (outcome) => {
        setStage({ is: "over", outcome });
        desk.changed();
      },
      (error: unknown) => {
        desk.report(error);
        setStage({ is: "asking" });
        desk.changed();
      },
    );
  };
  const close = (): void => {
    if (stage.is !== "running") {
      props.close();
    }
  };
  return (
    <Dialog title={t("approve_all.title", { count: ids.length })} close={close}>
      <RefusalToast live={desk} />
      {stage.is === "asking" && (
        <>
          <p>{t("approve_all.says", { count: ids.length })}</p>
          <div class="dialog-actions">
            <button type="button" onClick={close}>
              {t("dialog.cancel")}
            </button>
            <button type="button" class="primary" onClick={run}>
              {t("approve_all.yes", { count: ids.length })}
            </button>
          </div>
        </>
      )}
      {stage.is === "running" && <Progress label={t("approve_all.running")} done={stage.done} of={ids.length} />}
      {stage.is === "over" && <Over outcome={stage.outcome} close={close} />}
    </Dialog>
  );
}

function Over({ outcome, close }: { outcome: Outcome; close: () => void }): JSX.Element {
  return (
    <>
      <p role="alert">
        <b>{t("approve_all.done", { count: outcome.done })}</b>{" "}
        {outcome.alternates > 0 && t("approve_all.alternates", { count: outcome.alternates })}{" "}
        {outcome.refused.length > 0 && t("approve_all.refused", { count: outcome.refused.length })}
      </p>
      <Refusals refused={outcome.refused} />
      <div class="dialog-actions">
        <button type="button" class="primary" onClick={close}>
          {t("dialog.close")}
        </button>
      </div>
    </>
  );
}
