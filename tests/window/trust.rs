//! What the page may do: its own commands and nothing else. Tried in the real window, as a script would try that got in
//! through a text somebody stored.

use std::net::TcpListener;

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};
use serde_json::json;

async fn window() -> Result<Window> {
    Launch::new()?.open().await
}

#[tokio::test]
async fn the_page_may_ask_the_shell_how_it_stands() -> Result {
    let window = window().await?;
    let state = window.invoke("shell_state", json!({})).await?;
    assert_eq!(state.map(|state| state["workspace"].clone()), Ok(json!(null)));
    window.close().await
}

#[tokio::test]
async fn commands_that_no_capability_names_are_refused() -> Result {
    let window = window().await?;
    for (command, input) in [
        ("plugin:dialog|open", json!({ "options": {} })),
        ("plugin:dialog|save", json!({ "options": {} })),
        ("plugin:opener|open_path", json!({ "path": "/etc/passwd" })),
        ("plugin:fs|read_text_file", json!({ "path": "/etc/passwd" })),
        ("plugin:shell|execute", json!({ "program": "sh" })),
        (
            "plugin:window|set_title",
            json!({ "label": "main", "value": "Somebody else" }),
        ),
        (
            "plugin:webview|create_webview_window",
            json!({ "options": { "label": "second" } }),
        ),
        ("plugin:event|emit", json!({ "event": "menu", "payload": "quit" })),
        ("plugin:app|version", json!({})),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
        ("no_such_command", json!({})),
    ] {
        let answer = window.invoke(command, input).await?;
        let refusal = answer.err().map(|why| why.to_string()).unwrap_or_default();
        assert!(
            refusal.contains("not allowed") || refusal.contains("not found"),
            "{command}: {refusal}"
        );
    }
    window.close().await
}

#[tokio::test]
async fn a_path_is_no_token() -> Result {
    let window = window().await?;
    for (command, input) in [
        ("open_recent", json!({ "token": "/etc/passwd" })),
        ("open_exported", json!({ "token": "/etc/passwd" })),
        ("open_exported", json!({ "token": "" })),
        (
            "reread_staged_file",
            json!({ "token": "/etc/passwd", "sheet": "x" }),
        ),
        (
            "set_record_kind",
            json!({ "token": "/etc/passwd", "kind": "leads", "afresh": true }),
        ),
        (
            "edit_mapping",
            json!({ "token": "/etc/passwd", "edit": { "about": "days", "column": "x", "order": "ymd" } }),
        ),
        ("preview_import", json!({ "token": "/etc/passwd" })),
        ("import_staged_files", json!({ "tokens": ["/etc/passwd"] })),
        ("save_rejected_rows", json!({ "token": "/etc/passwd" })),
    ] {
        let answer = window.invoke(command, input).await?;
        assert_eq!(
            answer.map_err(|refusal| refusal["code"].clone()),
            Err(json!("refused")),
            "{command}"
        );
    }
    window.close().await
}

#[tokio::test]
async fn text_that_was_stored_never_runs() -> Result {
    let window = window().await?;
    for (attempt, script) in [
        (
            "a script element",
            "const script = document.createElement('script'); script.textContent = 'window.got_in = true';
             document.body.append(script);",
        ),
        (
            "an event handler",
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.got_in = true\">');",
        ),
        (
            "a link with a script for an address",
            "document.body.insertAdjacentHTML('beforeend', '<a id=trap href=\"javascript:window.got_in = true\">x</a>');
             document.getElementById('trap').click();",
        ),
        ("eval", "try { eval('window.got_in = true'); } catch {}"),
        ("a timer with text", "try { setTimeout('window.got_in = true', 0); } catch {}"),
        (
            "a frame",
            "const frame = document.createElement('iframe'); frame.srcdoc = '<script>parent.got_in = true</script>';
             document.body.append(frame);",
        ),
    ] {
        window.script(script).await?;
        // What the page does next is done behind whatever was let in, so once it answers the attempt has had its turn.
        let settled = "const done = arguments[0]; setTimeout(() => setTimeout(() => done(window.got_in === true), 50), 50);";
        let got_in = window.page.execute_async(settled, vec![]).await?;
        assert_eq!(got_in.json(), &json!(false), "{attempt} ran");
    }
    window.script("window.got_in = true").await?;
    assert_eq!(
        window.script("return window.got_in === true").await?,
        json!(true),
        "the trap itself works"
    );
    window.close().await
}

#[tokio::test]
async fn the_page_goes_nowhere_else_and_opens_no_other_window() -> Result {
    let window = window().await?;
    let home = window.script("return location.href").await?;
    for elsewhere in [
        "https://example.org/",
        "http://127.0.0.1:1/",
        "data:text/html,x",
        "file:///etc/passwd",
    ] {
        window.script(&format!("location.href = {elsewhere:?}")).await?;
        assert_eq!(window.script("return location.href").await?, home, "{elsewhere}");
    }
    assert_eq!(
        window
            .script("return window.open('https://example.org/') === null")
            .await?,
        json!(true)
    );
    assert_eq!(window.page.windows().await?.len(), 1);
    window.close().await
}

#[tokio::test]
async fn the_page_reaches_no_network() -> Result {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let window = window().await?;
    let script = "const [address, done] = arguments;
        const image = new Image();
        const picture = new Promise((seen) => { image.onload = image.onerror = () => seen('no picture'); image.src = address; });
        const socket = () => { try { new WebSocket(address.replace('http', 'ws')); return 'a socket'; } catch { return 'no socket'; } };
        Promise.all([fetch(address).then(() => 'an answer', () => 'no answer'), picture, socket()]).then(done);";
    let address = format!("http://127.0.0.1:{port}/");
    let answer = window.page.execute_async(script, vec![json!(address)]).await?;
    assert_eq!(answer.json()[0], json!("no answer"));
    assert!(listener.accept().is_err(), "somebody called");
    std::net::TcpStream::connect(("127.0.0.1", port))?;
    assert!(listener.accept().is_ok(), "the listener itself works");
    window.close().await
}
