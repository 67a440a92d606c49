// What is done for somebody who takes part: a new login link, or the end of what one of the conference's file holds.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { NewLink } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import type { Desk } from "./desk.ts";
import { ReasonDialog } from "./parts.tsx";

interface Props {
  readonly desk: Desk;
  readonly participant: string;
  readonly name: string;
}

function at(participant: string, act: string): string {
  return `/people/${encodeURIComponent(participant)}/${act}`;
}

/** Where the new link has gone; without an address it is shown once, to be handed out. */
function Sent({ link }: { link: NewLink }): JSX.Element {
  if (link.link === undefined) {
    return (
      <p role="status">
        {t("link_again.sent")} <bdi>{link.address}</bdi>
      </p>
    );
  }
  const address = new URL(link.link, location.href).href;
  return (
    <div class="fresh-link" role="status">
      <p>{t("link_again.hand_out")}</p>
      <p>
        <code>{address}</code>
      </p>
      <button type="button" class="small" onClick={() => void navigator.clipboard?.writeText(address)}>
        {t("invitation.copy")}
      </button>
    </div>
  );
}

function LinkDialog({ desk, participant, name, close }: Props & { close: () => void }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<NewLink>();
  const send = (): void => {
    setBusy(true);
    void desk
      .attempt(async () => setMade(await desk.ask<NewLink>("POST", at(participant, "link"))))
      .then(() => setBusy(false));
  };
  return (
    <Dialog title={t("link_again.title", { name })} close={close}>
      <RefusalToast live={desk} />
      {made === undefined ? <p>{t("link_again.says")}</p> : <Sent link={made} />}
      <div class="dialog-actions">
        <button type="button" onClick={close}>
          {t(made === undefined ? "dialog.cancel" : "dialog.close")}
        </button>
        {made === undefined && (
          <button type="button" class="primary" aria-disabled={busy} onClick={() => !busy && send()}>
            {t("link_again.yes")}
          </button>
        )}
      </div>
    </Dialog>
  );
}

export function SendLink(props: Props): JSX.Element {
  const [asking, ask] = useState(false);
  return (
    <>
      <button type="button" class="small" onClick={() => ask(true)}>
        {t("link_again.open")}
      </button>
      {asking && <LinkDialog {...props} close={() => ask(false)} />}
    </>
  );
}

export function Release({ desk, participant, name }: Props): JSX.Element {
  const [asking, ask] = useState(false);
  return (
    <>
      <button type="button" class="small danger" onClick={() => ask(true)}>
        {t("release.open")}
      </button>
      {asking && (
        <ReasonDialog
          desk={desk}
          title={t("release.title", { name })}
          says={t("release.says")}
          yes={t("release.yes")}
          needed={false}
          act={(reason) =>
            desk.attempt(() => desk.ask("POST", at(participant, "release"), reason ? { reason } : {}), t("release.done", { name }))
          }
          close={() => ask(false)}
        />
      )}
    </>
  );
}
