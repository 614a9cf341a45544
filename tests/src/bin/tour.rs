//! tmp
use lockstep_tests::{Result, window::Launch};
#[tokio::main]
async fn main() -> Result {
    let t = std::time::Instant::now();
    let mut l = Launch::new()?;
    for e in std::env::args().skip(1) {
        let (a, b) = e.split_once('=').ok_or("x")?;
        l = l.env(a, b);
    }
    let window = l.open().await?;
    if std::env::var_os("ANIM").is_some() {
        window
            .script("setInterval(()=>{document.body.style.paddingTop=(Math.random()*9)+\"px\"},30)")
            .await?;
    }
    if std::env::var_os("BIG").is_some() {
        window
            .script("document.body.style.background=\"red\"; document.body.style.minHeight=\"100vh\"")
            .await?;
    }
    let p = tokio::time::timeout(
        std::time::Duration::from_secs(6),
        window.picture("target/tour/0.png"),
    )
    .await;
    println!("{} {:?}", p.is_ok(), t.elapsed());
    window.close().await
}
