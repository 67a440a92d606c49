// Native dialogs: the browser keeps the focus inside, closes on Escape and gives the focus back.
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useId, useRef } from "preact/hooks";
import { t } from "../i18n/t.ts";

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** Open while it is drawn. */
export function Dialog({ title, close, children }: DialogProps): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    element.current?.showModal();
    return () => element.current?.close();
  }, []);
  const cancel = (event: Event): void => {
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={element} aria-labelledby={heading} onCancel={cancel}>
      <div class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="quiet small" onClick={close}>
          {t("dialog.close")}
        </button>
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly says: ComponentChildren;
  readonly yes: string;
  readonly act: () => void;
  readonly close: () => void;
  /** False while it could not be sent. */
  readonly ready?: boolean;
}

/** Asks before what cannot be taken back. */
export function Confirm({ title, says, yes, act, close, ready = true }: ConfirmProps): JSX.Element {
  const confirm = (): void => {
    if (ready) {
      close();
      act();
    }
  };
  return (
    <Dialog title={title} close={close}>
      <p>{says}</p>
      <div class="dialog-actions">
        <button type="button" onClick={close}>
          {t("dialog.cancel")}
        </button>
        <button type="button" class="danger" aria-disabled={!ready} onClick={confirm}>
          {yes}
        </button>
      </div>
    </Dialog>
  );
}
