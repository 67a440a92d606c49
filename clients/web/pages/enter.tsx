// The login page. The one-time code stands in the fragment, which no server and no log sees; it is exchanged
// on a click, because mail scanners open links.
import "../ui/base.css";
import "../ui/parts.css";
import "./pages.css";
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { call, RefusedByService } from "../core/session.ts";
import { t } from "../i18n/t.ts";
import { mount, startLanguage } from "../ui/start.tsx";

interface Code {
  readonly login: string;
  readonly code: string;
}

/** `#<login>.<code>`; neither contains a dot. */
function codeOf(fragment: string): Code | undefined {
  const [login, code] = fragment.slice(1).split(".");
  return login && code ? { login, code } : undefined;
}

async function enter(code: Code): Promise<void> {
  const entered = (await call("POST", "/enter", code)) as { location: string };
  location.assign(entered.location + location.search);
}

function Enter({ code }: { code: Code | undefined }): JSX.Element {
  const [problem, tell] = useState<string>();
  const [busy, setBusy] = useState(false);
  const press = (): void => {
    if (code === undefined || busy) {
      return;
    }
    setBusy(true);
    enter(code).catch((error: unknown) => {
      const refused = error instanceof RefusedByService;
      tell(refused ? (error.problem.detail ?? error.problem.title) : t("link.unreachable"));
      setBusy(false);
    });
  };
  return (
    <main class="message">
      <h1>{t("product.name")}</h1>
      <p>{t(code === undefined ? "enter.no_code" : "enter.says")}</p>
      {code && (
        <button type="button" class="primary big" aria-disabled={busy} onClick={press}>
          {t("enter.button")}
        </button>
      )}
      <p role="alert" class="problem">
        {problem}
      </p>
    </main>
  );
}

startLanguage();
document.title = `${t("enter.button")} · ${t("product.name")}`;
const code = codeOf(location.hash);
history.replaceState(null, "", location.pathname + location.search);
mount(<Enter code={code} />);
