//! Columns of one file that say the contrary of each other: one is followed, and the report says which and where.

use super::*;

#[track_caller]
fn contradictions(story: &mut Story, name: &str, content: &str) -> Vec<String> {
    let mut notes = import(story, name, content).notes;
    notes.retain(|note| note.contains("contradict"));
    notes
}

#[test]
fn a_status_that_another_column_contradicts_is_named() {
    let mut story = Story::new();
    let notes = contradictions(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,Lead Status,Lead Stage\n1,A,Web,2026-01-10,Rejected,Accepted\n\
         2,B,Web,2026-01-11,Accepted,Accepted\n3,C,Web,2026-01-12,Working,Accepted\n4,D,Web,2026-01-13,Rejected,Accepted\n",
    );
    let [note] = notes.as_slice() else {
        panic!("{notes:?}");
    };
    for said in [
        "In 2 rows “Lead Status” and “Lead Stage” contradict each other",
        "“Lead Status” was followed",
        "“Rejected” beside “Accepted” in row 2",
        "in row 5",
    ] {
        assert!(note.contains(said), "{said}: {note}");
    }
}

#[test]
fn a_ticked_box_that_contradicts_the_status_is_named() {
    for (header, rows, said) in [
        (
            "IsWon",
            "D1,A,100,Closed - Lost,2026-03-01,true\nD2,B,100,Closed Won,2026-03-01,true\n",
            "“Closed - Lost” beside “true” in row 2",
        ),
        (
            "Won",
            "D1,A,100,Closed Won,2026-03-01,no\nD2,B,100,Closed Lost,2026-03-01,no\n",
            "“Closed Won” beside “no” in row 2",
        ),
        (
            "IsClosed",
            "D1,A,100,Closed Won,2026-03-01,1\nD2,B,100,Open,2026-03-01,1\nD3,C,100,Closed Lost,2026-03-01,1\n",
            "“Open” beside “1” in row 3",
        ),
    ] {
        let mut story = Story::new();
        let content = format!("Deal ID,Deal Name,Amount,Status,Close Date,{header}\n{rows}");
        let notes = contradictions(&mut story, "deals.csv", &content);
        assert!(
            notes.len() == 1 && notes[0].starts_with("In one row") && notes[0].contains(said),
            "{said}: {notes:?}"
        );
    }
}

#[test]
fn what_was_accepted_and_rejected_at_once_is_named() {
    let mut story = Story::new();
    let notes = contradictions(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,Lead Status,Accepted\n1,A,Web,2026-01-10,Rejected,Yes\n\
         2,B,Web,2026-01-11,Accepted,Yes\n3,C,Web,2026-01-12,New,\n4,D,Web,2026-01-12,New,\n5,E,Web,2026-01-12,Disqualified,Yes\n",
    );
    assert!(
        notes.len() == 1 && notes[0].contains("“Accepted” was followed: “Yes” beside “Rejected” in row 2"),
        "{notes:?}"
    );
}

#[test]
fn columns_that_say_different_things_are_no_contradiction() {
    for content in [
        // A pipeline stage stays where the deal was won or lost.
        "Deal ID,Deal Name,Amount,Status,Stage,Close Date\nD1,A,100,Won,Negotiation,2026-03-01\nD2,B,100,Lost,Proposal,2026-03-01\n",
        "Deal ID,Deal Name,Amount,Stage,Close Date,IsWon,IsClosed\nD1,A,100,Closed Won,2026-03-01,true,true\n\
         D2,B,100,Closed Lost,2026-03-01,false,true\nD3,C,100,Negotiation,2026-12-01,false,false\n",
        // Marketing moves a person forward only.
        "Record ID,Email,Last Name,Original Source,Create Date,Lifecycle Stage,Lead Status\n\
         1,a@x.example,A,Web,2026-01-10,Customer,Unqualified\n2,b@x.example,B,Web,2026-01-10,Lead,New\n",
    ] {
        let mut story = Story::new();
        assert_eq!(
            contradictions(&mut story, "file.csv", content),
            Vec::<String>::new(),
            "{content}"
        );
    }
}
