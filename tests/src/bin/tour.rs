//! tmp
use lockstep_tests::{Result, window::Launch};
#[tokio::main]
async fn main() -> Result {
    let window = Launch::new()?.answer("/tmp/c/new.lockstep").open().await?;
    window.sees("Start your workspace").await?;
    window.picture("target/tour/0.png").await?;
    window.click("Start your workspace").await?;
    window.picture("target/tour/1.png").await?;
    println!("{}", window.text().await?);
    println!("axe {:?}", window.axe().await?);
    window.click("Back").await.ok();
    window.click("Look round the sample").await?;
    window.sees("People and settings").await?;
    window.picture("target/tour/2.png").await?;
    window.click("People and settings").await?;
    window.sees("Currency").await?;
    window.picture("target/tour/3.png").await?;
    println!("axe {:?}", window.axe().await?);
    println!("{}", window.text().await?);
    window.close().await
}
