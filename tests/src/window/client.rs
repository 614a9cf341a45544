//! How thirtyfour speaks to the driver: plain HTTP to a port of this machine. Its own client brings a whole stack for the
//! network, which takes longer to compile than everything else the tests stand on.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use thirtyfour::{
    error::{WebDriverError, WebDriverResult},
    session::http::{Body, HttpClient},
};
use ureq::{
    Agent,
    http::{Request, Response},
};

/// Longer than any wait of a test: a driver that hangs is ended by the test, and the request with it.
const PATIENCE: Duration = Duration::from_secs(180);

/// A client that waits for its answers on threads made for waiting.
#[derive(Debug, Clone)]
pub struct Client(Agent);

impl Client {
    /// Returns a client that asks nobody else than this machine.
    #[expect(clippy::new_without_default)]
    pub fn new() -> Self {
        let config = Agent::config_builder()
            // What the driver says of a failure stands in the body, so it is read whatever the status.
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(PATIENCE))
            .build();
        Self(config.into())
    }
}

#[async_trait::async_trait]
impl HttpClient for Client {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let (parts, body) = request.into_parts();
        let body = match body {
            Body::Empty => String::new(),
            Body::Json(value) => value.to_string(),
        };
        let request = Request::from_parts(parts, body);
        let agent = self.0.clone();
        let answer = tokio::task::spawn_blocking(move || -> Result<Response<Bytes>, ureq::Error> {
            let (parts, mut body) = agent.run(request)?.into_parts();
            // A picture of a large screen is several megabytes.
            let read = body.with_config().limit(256 << 20).read_to_vec()?;
            Ok(Response::from_parts(parts, read.into()))
        });
        let answer = answer.await.map_err(|error| failed(&error))?;
        answer.map_err(|error| failed(&error))
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(Self::new())
    }
}

fn failed(error: &dyn std::error::Error) -> WebDriverError {
    WebDriverError::HttpError(error.to_string())
}
