//! The whole plan as JSON.

use lockstep_core::plan::view::PlanView;
use lockstep_workspace::Result;

use crate::options::Options;

/// Returns all that the page of the plan says as JSON, indented. Look-back points that are still sealed stay out: the
/// file may be read by the other side.
///
/// # Errors
/// `Internal` when a value has no JSON.
pub fn json(view: &PlanView, _: &Options) -> Result<Vec<u8>> {
    let mut view = view.clone();
    if !view.look_back.silent.revealed {
        view.look_back.points.clear();
    }
    let mut bytes = serde_json::to_vec_pretty(&view)?;
    bytes.push(b'\n');
    Ok(bytes)
}
