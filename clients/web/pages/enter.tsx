// The login page. The one-time code stands in the fragment, which no server and no log sees; it is exchanged
// on a click, because mail scanners open links.
import "../ui/base.css";
import "../ui/parts.css";
import "./pages.css";
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import type { Problem } from "../core/contract.ts";
import { call } from "../core/session.ts";
import { t } from "../i18n/t.ts";
import { entitle, LanguageChoice, startLanguage } from "../ui/language.tsx";
import { problemOf } from "../ui/live.ts";
import { mount } from "../ui/start.tsx";
import { Told } from "../ui/told.tsx";

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
  const [problem, tell] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const press = (): void => {
    if (code === undefined || busy) {
      return;
    }
    setBusy(true);
    enter(code).catch((error: unknown) => {
      tell(problemOf(error));
      setBusy(false);
    });
  };
  return (
    <main class="message">
      <LanguageChoice />
      <h1>{t("product.name")}</h1>
      <p>{t(code === undefined ? "enter.no_code" : "enter.says")}</p>
      {code && (
        <button type="button" class="primary big" aria-disabled={busy} onClick={press}>
          {t("enter.button")}
        </button>
      )}
      <p role="alert" class="problem">
        {problem && <Told problem={problem} />}
      </p>
    </main>
  );
}

await startLanguage();
entitle("enter.button");
const code = codeOf(location.hash);
history.replaceState(null, "", location.pathname + location.search);
mount(<Enter code={code} />);
