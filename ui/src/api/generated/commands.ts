// Written by `make bindings` from the core’s table of commands. Do not edit.

/**
 * Says yes to a lead for sales.
 */
export type AcceptLead = { 
/**
 * The lead.
 */
id: LeadId, 
/**
 * The day sales said so; today, where nothing is said.
 */
on?: string | null, };

/**
 * What sales said to a lead.
 */
export type Acceptance = "accepted" | "rejected" | "undecided";

/**
 * Something somebody will do, captured where it arose.
 */
export type ActionItem = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * The place in the list.
 */
rank: string, 
/**
 * The section in which it arose.
 */
section: Section, 
/**
 * What is to be done.
 */
name: string, 
/**
 * Who does it.
 */
owner: PersonId | null, 
/**
 * Until when.
 */
due: string | null, 
/**
 * When it was done.
 */
done_on: string | null, };

/**
 * An action as a review shows it.
 */
export type ActionLine = { 
/**
 * The action.
 */
action: ReviewAction, 
/**
 * How it fares.
 */
state: ActionState, 
/**
 * How many days ago it was agreed.
 */
age_days: number, 
/**
 * What its owner is called.
 */
owner: string | null, 
/**
 * The side of its owner.
 */
side: Side | null, 
/**
 * The review in which it was agreed: "Q3 FY27".
 */
agreed_in: string, 
/**
 * How many reviews were closed since without its being done.
 */
carried_over: number, };

/**
 * How an action fares.
 */
export type ActionState = "overdue" | "open" | "done" | "done_late";

/**
 *Adds one action.
 */
export type AddActionItem = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<ActionItem>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one agenda item.
 */
export type AddAgendaItem = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<AgendaItem>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one buying phase.
 */
export type AddBuyingPhase = { 
/**
 * What it goes into.
 */
buying_cycle: BuyingCycleId, 
/**
 * What is filled in already.
 */
values?: Partial<BuyingPhase>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one criterion.
 */
export type AddCriterion = { 
/**
 * What it goes into.
 */
definition: DefinitionId, 
/**
 * What is filled in already.
 */
values?: Partial<Criterion>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one decision.
 */
export type AddDecision = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<Decision>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one worked example.
 */
export type AddExample = { 
/**
 * What it goes into.
 */
definition: DefinitionId, 
/**
 * What is filled in already.
 */
values?: Partial<WorkedExample>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one fix.
 */
export type AddFix = { 
/**
 * What it goes into.
 */
walk_through: WalkThroughId, 
/**
 * What is filled in already.
 */
values?: Partial<Fix>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one goal.
 */
export type AddGoal = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<Goal>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one initiative.
 */
export type AddInitiative = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<Initiative>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one insight.
 */
export type AddInsight = { 
/**
 * What it goes into.
 */
buying_cycle: BuyingCycleId, 
/**
 * What is filled in already.
 */
values?: Partial<Insight>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 * Saves a view of the ledger under a name.
 */
export type AddLeadView = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Which leads it lists, and in which order.
 */
leads: ListLeads, };

/**
 * Adds a piece that is a link.
 */
export type AddLink = { 
/**
 * The address.
 */
link: string, 
/**
 * What it is called; the address where nothing is given.
 */
title?: string, };

/**
 *Adds one measure.
 */
export type AddMeasure = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<Measure>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one line of what we will not do.
 */
export type AddOutOfScope = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<OutOfScope>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one parked thought.
 */
export type AddParkedItem = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<ParkedItem>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 * Adds a person.
 */
export type AddPerson = { 
/**
 * The full name.
 */
name: string, 
/**
 * The role, "VP Sales"; empty where nobody says it.
 */
role: string, 
/**
 * The side to which the person belongs: sales, marketing or leadership.
 */
side: Side, };

/**
 *Adds one persona.
 */
export type AddPersona = { 
/**
 * What it goes into.
 */
buying_cycle: BuyingCycleId, 
/**
 * What is filled in already.
 */
values?: Partial<Persona>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one promise.
 */
export type AddPromise = { 
/**
 * What it goes into.
 */
definition: DefinitionId, 
/**
 * What is filled in already.
 */
values?: Partial<Promise>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one responsibility.
 */
export type AddResponsibility = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<Responsibility>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one look-back point.
 */
export type AddRetroNote = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<RetroNote>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one action.
 */
export type AddReviewAction = { 
/**
 * What it goes into.
 */
review: ReviewId, 
/**
 * What is filled in already.
 */
values?: Partial<ReviewAction>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one decision.
 */
export type AddReviewDecision = { 
/**
 * What it goes into.
 */
review: ReviewId, 
/**
 * What is filled in already.
 */
values?: Partial<ReviewDecision>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one note.
 */
export type AddReviewNote = { 
/**
 * What it goes into.
 */
review: ReviewId, 
/**
 * What is filled in already.
 */
values?: Partial<ReviewNote>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one parked item.
 */
export type AddReviewParked = { 
/**
 * What it goes into.
 */
review: ReviewId, 
/**
 * What is filled in already.
 */
values?: Partial<ReviewParked>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one risk.
 */
export type AddRisk = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<Risk>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one segment.
 */
export type AddSegment = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<Segment>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one trigger or walk-away point.
 */
export type AddSignal = { 
/**
 * What it goes into.
 */
definition: DefinitionId, 
/**
 * What is filled in already.
 */
values?: Partial<Signal>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one target account.
 */
export type AddTargetAccount = { 
/**
 * What it goes into.
 */
plan: PlanId, 
/**
 * What is filled in already.
 */
values?: Partial<TargetAccount>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 *Adds one step.
 */
export type AddWalkStep = { 
/**
 * What it goes into.
 */
walk_through: WalkThroughId, 
/**
 * What is filled in already.
 */
values?: Partial<WalkStep>, 
/**
 * The item behind which it goes; at the end unless told.
 */
after?: ListItemId, };

/**
 * What became of one of the files that were to be added.
 */
export type AddedFile = { 
/**
 * What the file is called.
 */
file_name: string, 
/**
 * What became of it.
 */
became: Became, 
/**
 * The piece that it is.
 */
piece: PieceId | null, 
/**
 * What the piece is called.
 */
title: string, 
/**
 * What is to be said of it: why it was refused, or why its text could not be read. Empty where there is nothing to say.
 */
note: string, };

/**
 * One section on the agenda of the planning session.
 */
export type AgendaItem = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * The place in the list.
 */
rank: string, 
/**
 * The section.
 */
section: Section, 
/**
 * The planned minutes.
 */
minutes: number, };

/**
 * A section on the agenda, with its minutes.
 */
export type AgendaLine = { 
/**
 * The section.
 */
section: AgendaSection, 
/**
 * What it is called.
 */
name: string, 
/**
 * How many minutes it may take; none leaves it out of the meeting.
 */
minutes: number, 
/**
 * How many are offered.
 */
offered: number, 
/**
 * How many it took the last time; nothing where it was not timed.
 */
took_last: number | null, 
/**
 * How many it took in this review; nothing before it was closed, or where it was not timed.
 */
taken: number | null, };

/**
 * A section on the agenda of a review.
 */
export type AgendaSection = "goals" | "funnel" | "promises" | "field" | "initiatives" | "collateral" | "last_time" | "sides" | "outcomes";

/**
 * Names one proposed version of something that both sides sign.
 */
export type AgreementId = string;

/**
 * Where the agreement on a subject stands.
 */
export type AgreementView = { 
/**
 * The version in force, if one is.
 */
in_force: Version | null, 
/**
 * The version that waits for signatures, if one does. Two copies of a workspace may have proposed one each: then the one
 * that was proposed first. Once it is signed, the other counts as withdrawn; once it is withdrawn, the other stands here.
 */
proposed: Version | null, 
/**
 * All versions, the latest first.
 */
versions: Array<Version>, 
/**
 * How the draft differs from what is in force; empty when it does not or nothing is in force.
 */
differences: Array<Difference>, 
/**
 * The number the next version will have.
 */
next_version: number, };

/**
 * Facts on how well both sides keep together.
 */
export type Alignment = { 
/**
 * The version of this year's plan in force.
 */
plan: number | null, 
/**
 * The version of the definition in force.
 */
definition: number | null, 
/**
 * Of the quarterly reviews of this year whose time has come, how many were closed by the end of the next quarter.
 */
reviews_in_time: number, 
/**
 * How many those are: their day has passed.
 */
reviews_due: number, 
/**
 * What both sides kept of their promises this year; nothing where nothing is promised or known.
 */
promises: Array<KeptBySide>, 
/**
 * The pulse of the last review.
 */
pulse: PulsePoint | null, };

/**
 * Adds to a closed review what its worksheet says today: a dated amendment, which both sides sign. What it said before stays in
 * the version that was signed.
 */
export type AmendReview = { 
/**
 * The review.
 */
id: ReviewId, };

/**
 * Answers a request: with a piece, with the day for which one is promised, or with a no and its reason. One of the three.
 */
export type AnswerRequest = { 
/**
 * The request.
 */
id: CollateralRequestId, 
/**
 * The piece that answers it.
 */
piece?: PieceId, 
/**
 * The day for which it is promised.
 */
promised_for?: string, 
/**
 * Why it will not be done.
 */
because?: string, };

/**
 * Amounts that are in no sum, because they are in another currency than the workspace's.
 */
export type Apart = { 
/**
 * The column in which they stand.
 */
column: string, 
/**
 * The currency: an ISO 4217 code, a sign that several share, or nothing where amounts without a currency stand among
 * those with one.
 */
currency: string | null, 
/**
 * In how many rows.
 */
rows: number, 
/**
 * How much that is, in hundredths of the currency's unit; nothing when it is more than can be counted.
 */
hundredths: number | null, };

/**
 * Approves a piece as it is, for the side of whoever is at the keyboard. Approved by one of each side, it is what sales uses.
 */
export type ApprovePiece = { 
/**
 * The piece.
 */
id: PieceId, };

/**
 * Asks for a piece, or says what is to be done about one.
 */
export type AskForPiece = { 
/**
 * What is asked for.
 */
kind: RequestKind, 
/**
 * The piece it is about; only a new piece is about none.
 */
piece?: PieceId, 
/**
 * In their words.
 */
wanted: string, 
/**
 * The pages that a shorter version is to have, from 1.
 */
pages?: Array<number>, 
/**
 * The persona it is for.
 */
persona?: ListItemId, 
/**
 * The phase it is for.
 */
phase?: ListItemId, 
/**
 * The information need that is to be answered.
 */
need?: ListItemId, };

/**
 * An attribute, and how many leads have it.
 */
export type AttributeCount = { 
/**
 * Its name.
 */
name: string, 
/**
 * In how many leads it is known.
 */
leads: number, };

/**
 * A value of an attribute.
 */
export type AttributeIs = { 
/**
 * The attribute.
 */
name: string, 
/**
 * Its value, as the funnel calls it; nothing for the leads that have none.
 */
value: string | null, };

/**
 * Runs a definition over the leads of a period, and holds it against another version where one is named.
 */
export type BackTest = { 
/**
 * The version, or nothing for the draft.
 */
version?: number | null, 
/**
 * The version it is held against, if one is named.
 */
against?: number | null, 
/**
 * Only leads that were handed over (where that is not known: came in) on this day or later.
 */
from?: string | null, 
/**
 * Only until this day.
 */
to?: string | null, };

/**
 * What a back-test shows.
 */
export type BackTestView = { 
/**
 * The version that was run; nothing for the draft.
 */
version: number | null, 
/**
 * The first day of a lead of the period.
 */
first_day: string | null, 
/**
 * The last one.
 */
last_day: string | null, 
/**
 * How many leads the period has.
 */
leads: number, 
/**
 * The finding, in a sentence.
 */
finding: string, 
/**
 * Leads that pass.
 */
passed: TestedGroup, 
/**
 * Leads of which something that is asked is not known.
 */
not_yet: TestedGroup, 
/**
 * Leads that something speaks against.
 */
not_qualified: TestedGroup, 
/**
 * All that do not pass.
 */
others: TestedGroup, 
/**
 * How many times as often sales accepted those that pass as the others.
 */
acceptance_lift: Lift, 
/**
 * How many times as often those that pass were won as the others.
 */
win_lift: Lift, 
/**
 * The months, in their order.
 */
months: Array<TestedMonth>, 
/**
 * How many pass in the middle month.
 */
passed_a_month: number | null, 
/**
 * Won leads that it would not have let pass, and what they were worth in minor units.
 */
turned_away_leads: number, 
/**
 * What they were worth, in minor units.
 */
turned_away_value: number | null, 
/**
 * Of how many of their won opportunities no value is known: they were worth at least so much then.
 */
turned_away_without_value: number, 
/**
 * What each criterion does.
 */
criteria: Array<CriterionPart>, 
/**
 * Which fields tell apart what became of leads, the strongest first.
 */
separating: Array<FeatureField>, 
/**
 * What outcome they tell apart: "accepted from rejected".
 */
separating_what: string | null, 
/**
 * How it compares with the other version.
 */
against: TestedAgainst | null, 
/**
 * What the numbers can and cannot show.
 */
cautions: Array<string>, };

/**
 * A backup: the workspace as it was.
 */
export type Backup = { 
/**
 * Its file's name in the folder of backups; names it.
 */
name: string, 
/**
 * When it was made.
 */
made_at: string, 
/**
 * Why it was made, in words.
 */
why: string, 
/**
 * Why it was made.
 */
kind: BackupKind, 
/**
 * How large its own file is, in bytes: without what it shares with other backups.
 */
bytes: number, };

/**
 * Why a backup was made.
 */
export type BackupKind = "routine" | "before_update" | "before_restore";

/**
 * How much room the backups take, in bytes.
 */
export type BackupSpace = { 
/**
 * The backups themselves.
 */
backups: number, 
/**
 * The files of the library, which all backups beside a workspace share: each is kept once.
 */
shared_files: number, };

/**
 * What became of a file.
 */
export type Became = "added" | "version" | "known" | "refused";

/**
 * Why a number is missing, for each that may be.
 */
export type Because = { 
/**
 * What was spent ÷ leads.
 */
cost_per_lead: string | null, 
/**
 * What was spent ÷ accepted leads.
 */
cost_per_accepted: string | null, 
/**
 * The middle number of days.
 */
median_cycle_days: string | null, 
/**
 * The middle number of touches.
 */
median_touches: string | null, 
/**
 * What marketing sourced and influenced.
 */
sourced_value: string | null, 
/**
 * Accepted and rejected leads.
 */
accepted: string | null, 
/**
 * Rejected leads.
 */
rejected: string | null, 
/**
 * Won, lost and open opportunities.
 */
won: string | null, 
/**
 * Lost opportunities.
 */
lost: string | null, 
/**
 * The value of what was won.
 */
won_value: string | null, 
/**
 * The value of opportunities.
 */
value: string | null, 
/**
 * Untouched and abandoned leads.
 */
untouched: string | null, };

/**
 * How promises would have been kept, had they applied before they were made.
 */
export type BeforeView = { 
/**
 * How many leads are looked at.
 */
leads: number, 
/**
 * Marketing and sales, in the same layout.
 */
sides: Array<SideAttainment>, };

/**
 * Begins the buying cycle: with a starter set of personas and phases to make one's own, or empty.
 */
export type BeginBuyingCycle = { 
/**
 * Whether it begins with the starter set.
 */
with_starter_set: boolean, };

/**
 * Begins the definition of a qualified lead from a template; what the company's leads call a field is looked for.
 */
export type BeginDefinition = { 
/**
 * The template to begin with.
 */
template: DefinitionTemplate, };

/**
 * Begins the plan of a fiscal year, with the five buckets, an agenda, and “qualified leads” as its first goal.
 */
export type BeginPlan = { 
/**
 * The fiscal year.
 */
year: number, };

/**
 * Begins the meeting. Broken off, it goes on where it stopped.
 */
export type BeginReview = { 
/**
 * The review.
 */
id: ReviewId, };

/**
 * Begins a walk-through.
 */
export type BeginWalkThrough = { 
/**
 * What it begins with.
 */
start: WalkThroughStart, 
/**
 * What is walked through; as the last one was called where nothing is said.
 */
title?: string, 
/**
 * On which day; today where nothing is said.
 */
held_on?: string, };

/**
 * Brings a retired piece back.
 */
export type BringBackPiece = { 
/**
 * The piece.
 */
id: PieceId, };

/**
 * Marketing's five buckets (P7), each with an owner on both sides.
 */
export type Bucket = "branding" | "demand" | "communications" | "analysis" | "collateral";

/**
 * What an initiative bucket adds up to.
 */
export type BucketSum = { 
/**
 * The bucket.
 */
bucket: Bucket, 
/**
 * What the bucket is called on screen.
 */
name: string, 
/**
 * How many initiatives.
 */
count: number, 
/**
 * Their budgets together.
 */
budget: number, 
/**
 * The accepted leads expected of them.
 */
expected_leads: number, };

/**
 * The buying cycle of the company's customers. A workspace has one.
 */
export type BuyingCycle = { 
/**
 * Names it.
 */
id: BuyingCycleId, 
/**
 * When it was begun.
 */
created_at: string, };

/**
 * Names the buying cycle.
 */
export type BuyingCycleId = string;

/**
 * The buying cycle with all that stands in it.
 */
export type BuyingCycleView = { 
/**
 * The buying cycle itself.
 */
buying_cycle: BuyingCycle, 
/**
 * The personas, in their order.
 */
personas: Array<Persona>, 
/**
 * The phases, in their order.
 */
phases: Array<BuyingPhase>, 
/**
 * What is known of each persona in each phase, in its order.
 */
insights: Array<Insight>, 
/**
 * How much is known of each persona in each phase: one for every pair of them.
 */
cells: Array<InsightCounts>, };

/**
 * A phase in which customers buy.
 */
export type BuyingPhase = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The buying cycle it belongs to.
 */
buying_cycle: BuyingCycleId, 
/**
 * Its place.
 */
rank: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * The stages of leads that belong to it.
 */
lead_stages: Array<LeadStage>, 
/**
 * The stages of opportunities that belong to it, in the words of the company's own files.
 */
opportunity_stages: Array<string>, };

/**
 * How often a goal is looked at.
 */
export type Cadence = "weekly" | "monthly" | "quarterly";

/**
 * One field that an entry changed.
 */
export type ChangedField = { 
/**
 * The table, the noun's name in the file.
 */
table: string, 
/**
 * The row, by its id.
 */
row: string, 
/**
 * What the row is called.
 */
name: string, 
/**
 * The field, as the file calls it.
 */
field: string, 
/**
 * What it was; `null` when the row is new or the field was empty.
 */
before: unknown, 
/**
 * What it became; `null` when the row is gone or the field was emptied.
 */
after: unknown, 
/**
 * What it was, in words and with its unit; nothing when it was empty.
 */
before_text: string | null, 
/**
 * What it became, in words and with its unit; nothing when it was emptied.
 */
after_text: string | null, 
/**
 * Whether the value before can be restored: the row still exists and the field is one that an edit sets.
 */
can_restore: boolean, };

/**
 * What a check found.
 */
export type CheckReport = { 
/**
 * Whether everything is as it was written.
 */
ok: boolean, 
/**
 * What is not, in words; the first fifty.
 */
problems: Array<string>, 
/**
 * How many problems there are in all.
 */
problem_count: number, 
/**
 * How many rows were held, each by itself, against what the journal says was written.
 */
rows: number, 
/**
 * How many of them were last written by an earlier version, which knew fewer fields; only those could be compared.
 */
older_rows: number, 
/**
 * How many rows were held, together with others, against a digest of what was written.
 */
digested_rows: number, 
/**
 * How many of them stood in the file already when it was given digests: what happened to them before is not known from
 * these.
 */
later_digested_rows: number, 
/**
 * When the file was given digests, where rows stood in it already.
 */
digests_since: string | null, 
/**
 * How many rows could be held against nothing.
 */
not_compared: number, 
/**
 * How many agreements were held against their digest.
 */
agreements: number, 
/**
 * The same by the table, of tables that have rows.
 */
tables: Array<TableCheck>, };

/**
 * Checks the whole workspace: its structure, every row against the journal, every agreement against its digest.
 */
export type CheckWorkspace = Record<symbol, never>;

/**
 * One choice of a list: what is stored and what is shown.
 */
export type Choice = { 
/**
 * What is stored.
 */
value: string, 
/**
 * What is shown.
 */
label: string, };

/**
 * Closes a review: its numbers stay as they are, whatever is imported later, and both sides can sign it.
 */
export type CloseReview = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * How long its sections took, where it was held with the agenda.
 */
taken: Array<SectionTaken>, };

/**
 * What somebody asked for, and the answer.
 */
export type CollateralRequest = { 
/**
 * Names it.
 */
id: CollateralRequestId, 
/**
 * What is asked for.
 */
kind: RequestKind, 
/**
 * The piece it is about; nothing where a new one is asked for.
 */
piece: PieceId | null, 
/**
 * In their words.
 */
wanted: string, 
/**
 * The pages that the shorter version is to have, from 1.
 */
pages: Array<number>, 
/**
 * The persona it is for.
 */
persona: ListItemId | null, 
/**
 * The phase it is for.
 */
phase: ListItemId | null, 
/**
 * The information need that is to be answered.
 */
need: ListItemId | null, 
/**
 * Who asked, if somebody had said who they were.
 */
asked_by: PersonId | null, 
/**
 * Whose word it is, where it came by a return slip; else empty.
 */
said_by: string, 
/**
 * On which day.
 */
asked_on: string, 
/**
 * The day by which a first answer is owed, as it was settled when it was asked: days that are settled later change nothing
 * about it.
 */
answer_by: string | null, 
/**
 * The piece that answers it.
 */
answer: PieceId | null, 
/**
 * The day for which a piece is promised.
 */
promised_for: string | null, 
/**
 * The day for which it was promised first: a later day does not make it less late.
 */
promised_first: string | null, 
/**
 * Why it will not be done; empty where nobody said so.
 */
declined_because: string, 
/**
 * Who answered.
 */
answered_by: PersonId | null, 
/**
 * On which day it was answered first: with a piece, a date or a no.
 */
answered_on: string | null, 
/**
 * On which day it was answered for good: with a piece or a no.
 */
closed_on: string | null, 
/**
 * The note on a return slip that brought it.
 */
slip: string | null, 
/**
 * When it was asked.
 */
created_at: string, };

/**
 * Names what was asked for of the library.
 */
export type CollateralRequestId = string;

/**
 * The settings of the library.
 */
export type CollateralSettings = { 
/**
 * Names them.
 */
id: CollateralSettingsId, 
/**
 * Within how many days of a use a deal has to move to count as moved after it.
 */
moved_within_days: number, 
/**
 * Within how many days what is asked for is answered.
 */
answer_within_days: number, };

/**
 * Names the settings of the library.
 */
export type CollateralSettingsId = string;

/**
 * How a column was read.
 */
export type ColumnRead = { 
/**
 * The name of the column, as the file has it.
 */
column: string, 
/**
 * What it became.
 */
becomes: Use, 
/**
 * The second field that was read from it.
 */
also: string | null, 
/**
 * How sure that is, of 100; nothing when it was chosen, now or the last time.
 */
confidence: number | null, 
/**
 * Why it was read so, in words.
 */
why: string, 
/**
 * What a person should look at.
 */
ask: string | null, };

/**
 * The settings that hold for the whole workspace.
 */
export type Company = { 
/**
 * Always `company`: a workspace has one.
 */
id: string, 
/**
 * The company's name.
 */
name: string, 
/**
 * The month in which the fiscal year starts, 1 to 12.
 */
fiscal_start: number, 
/**
 * The currency as an ISO 4217 code, "EUR".
 */
currency: string, 
/**
 * The language in which dates and numbers are written, "en-GB".
 */
language: string, 
/**
 * The day on which a week starts, 1 (Monday) to 7 (Sunday).
 */
week_start: number, 
/**
 * Whether one person does both jobs and may sign for both sides, openly.
 */
one_person_does_both: boolean, 
/**
 * The IANA name of the time zone in whose days the company counts, "Europe/Berlin". Agreements frozen before there was one
 * went by UTC.
 */
time_zone: string, };

/**
 * The company's settings and the choices there are.
 */
export type CompanyView = { 
/**
 * The settings.
 */
company: Company, 
/**
 * The languages in which dates and numbers can be written.
 */
languages: Array<Choice>, 
/**
 * The currencies in which amounts can be counted, by their ISO 4217 codes.
 */
currencies: Array<Choice>, 
/**
 * The time zones in whose days a company may count.
 */
time_zones: Array<string>, 
/**
 * The fiscal year in which today lies.
 */
this_year: number, 
/**
 * This fiscal year and the two before it, the latest first: the periods that are looked back on most.
 */
years: Array<YearDays>, 
/**
 * The minor units of one unit of the currency, as a power of ten (2 for cents).
 */
currency_digits: number, };

/**
 * Compares two versions of a piece.
 */
export type ComparePieceVersions = { 
/**
 * The piece.
 */
piece: PieceId, 
/**
 * The version from which, usually the earlier one.
 */
from: PieceVersionId, 
/**
 * The version to which.
 */
to: PieceVersionId, };

/**
 * Puts several years side by side: their goals, numbers and budgets.
 */
export type ComparePlans = Record<symbol, never>;

/**
 * Shows how two texts of a subject differ, in words.
 */
export type CompareVersions = { 
/**
 * What kind of thing it is.
 */
subject_kind: SubjectKind, 
/**
 * Which one.
 */
subject: string, 
/**
 * The number of the earlier text, or nothing for the draft.
 */
from: number | null, 
/**
 * The number of the later text, or nothing for the draft.
 */
to: number | null, };

/**
 * One line of the comparison.
 */
export type ComparedLine = { 
/**
 * The section in which it stands.
 */
section: Section, 
/**
 * What it is called.
 */
name: string, 
/**
 * In what it is counted.
 */
unit: Unit, 
/**
 * The value of each year, in the order of the years; nothing where that year has none.
 */
values: Array<number | null>, };

/**
 * One year of the comparison.
 */
export type ComparedYear = { 
/**
 * The fiscal year.
 */
year: number, 
/**
 * "FY27".
 */
label: string, 
/**
 * The version shown: the one in force, or nothing for a draft.
 */
version: number | null, };

/**
 * The years and their lines.
 */
export type Comparison = { 
/**
 * The years, the earliest first.
 */
years: Array<ComparedYear>, 
/**
 * The lines.
 */
lines: Array<ComparedLine>, };

/**
 * Says that what was proposed for pieces is right.
 */
export type ConfirmPieces = { 
/**
 * The pieces.
 */
ids: Array<PieceId>, };

/**
 * The content matrix.
 */
export type ContentMatrix = { 
/**
 * The personas, in their order.
 */
personas: Array<MatrixHeading>, 
/**
 * The phases, in their order.
 */
phases: Array<MatrixHeading>, 
/**
 * The cells, persona by persona.
 */
cells: Array<MatrixCell>, 
/**
 * Where something is missing: where most open value sits first, then where most open leads do.
 */
gaps: Array<Gap>, 
/**
 * How many cells are required.
 */
required: number, 
/**
 * How many of these are covered. Content coverage = this ÷ required.
 */
covered: number, 
/**
 * How many approved and current pieces are made for no persona and no phase, and answer no need.
 */
placeless: number, 
/**
 * Of these, those of which the file proposes for whom or for when, and nobody has confirmed it.
 */
proposed: number, 
/**
 * Whether the workspace has leads or opportunities.
 */
has_leads: boolean, 
/**
 * The open leads that sit in no cell.
 */
outside: OutsideMatrix, };

/**
 * Copies a persona with all that is known of it, under another name. Its title words stay with the original: a job title
 * tells of one persona only.
 */
export type CopyPersona = { 
/**
 * The persona to copy.
 */
id: ListItemId, 
/**
 * What the copy is called.
 */
name: string, };

/**
 * Carries a plan forward to another year: its structure stays, days move along, last year's numbers are emptied.
 */
export type CopyPlan = { 
/**
 * The plan to start from.
 */
from: PlanId, 
/**
 * The fiscal year of the new plan.
 */
year: number, };

/**
 * A word that was looked for by others that are like it.
 */
export type CorrectedWord = { 
/**
 * As it was typed.
 */
typed: string, 
/**
 * What was looked for.
 */
meant: Array<string>, };

/**
 * Counts that pieces were taken out of the library.
 */
export type CountTaken = { 
/**
 * The pieces.
 */
pieces: Array<PieceId>, 
/**
 * How they were taken.
 */
how: Taking, };

/**
 * How far a cell is covered with pieces that are in use.
 */
export type Coverage = "covered" | "partly" | "gap" | "not_required";

/**
 * One criterion: a field, what is asked of it, and what follows.
 */
export type Criterion = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The definition it belongs to.
 */
definition: DefinitionId, 
/**
 * Its place.
 */
rank: string, 
/**
 * The question under which it stands; nothing for what disqualifies.
 */
question: Question | null, 
/**
 * What it does.
 */
role: Role, 
/**
 * The field; empty while none was chosen.
 */
field: FieldName, 
/**
 * What is asked of it.
 */
test: Test, 
/**
 * The words, where words are asked.
 */
words: Array<string>, 
/**
 * The lowest number.
 */
low: number | null, 
/**
 * The highest number.
 */
high: number | null, 
/**
 * How many days.
 */
days: number | null, 
/**
 * How many points it brings.
 */
points: number | null, 
/**
 * Why a lead that meets it is no lead.
 */
reason: Reason | null, 
/**
 * Why both sides want it so.
 */
why: string, };

/**
 * What one criterion does.
 */
export type CriterionPart = { 
/**
 * The criterion.
 */
id: ListItemId, 
/**
 * It as a sentence.
 */
sentence: string, 
/**
 * What follows from it.
 */
consequence: string, 
/**
 * How many leads meet it.
 */
met: number, 
/**
 * How many do not.
 */
not_met: number, 
/**
 * Of how many that is not known.
 */
unknown: number, 
/**
 * How many more would pass without it; fewer when it is below zero.
 */
more_without: number, 
/**
 * How often sales accepted those that would pass besides: accepted ÷ decided.
 */
their_acceptance: Measured, 
/**
 * How many of those that would pass besides were won, of all of them.
 */
their_won_leads: Measured, 
/**
 * What was won of them, in minor units; nothing where it is not known.
 */
their_won_value: number | null, 
/**
 * Of how many of these won opportunities no value is known.
 */
their_won_without_value: number, };

/**
 * A criterion, with how it reads.
 */
export type CriterionView = { 
/**
 * The criterion.
 */
criterion: Criterion, 
/**
 * The field's name.
 */
label: string, 
/**
 * It as a sentence: "Employees is known and at least 50".
 */
sentence: string, 
/**
 * What follows from it: "required", "20 points".
 */
consequence: string, 
/**
 * What it needs before it can be asked of a lead; nothing when it can.
 */
missing: string | null, };

/**
 * From one day to another, both within.
 */
export type DaySpan = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };

/**
 * From one day to another, both within.
 */
export type Days = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };

/**
 * An opportunity that a use can name.
 */
export type DealChoice = { 
/**
 * The opportunity.
 */
opportunity: OpportunityId, 
/**
 * What it is called.
 */
name: string, 
/**
 * The word of the file for its stage.
 */
stage: string | null, 
/**
 * What became of it.
 */
outcome: Outcome | null, 
/**
 * The persona that the job title of its lead tells of.
 */
persona: ListItemId | null, 
/**
 * The phase in which it is.
 */
phase: ListItemId | null, };

/**
 * A decision that changes something which both sides sign.
 */
export type DecidedChange = { 
/**
 * The decision.
 */
decision: ReviewDecision, 
/**
 * The review in which it was taken.
 */
review: ReviewId, 
/**
 * What the review is called: "Q3 FY27".
 */
label: string, 
/**
 * What it changes.
 */
changes: DecisionChanges, 
/**
 * The plan or the definition that it changes; nothing where it is not there yet.
 */
subject: string | null, 
/**
 * The first version that came into force after the decision. Whether it says what was decided, only people can tell.
 */
version: number | null, 
/**
 * When it did.
 */
in_force_since: string | null, };

/**
 * Lists what reviews decided to change, the latest first.
 */
export type DecidedChanges = Record<symbol, never>;

/**
 * A decision, captured where it was taken.
 */
export type Decision = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * The place in the list.
 */
rank: string, 
/**
 * The section in which it was taken.
 */
section: Section, 
/**
 * The decision.
 */
name: string, 
/**
 * The day.
 */
decided_on: string, };

/**
 * What a decision changes beyond the review: a draft of it is opened.
 */
export type DecisionChanges = "plan" | "definition";

/**
 * The definition of a qualified lead. A workspace has one.
 */
export type Definition = { 
/**
 * Names it.
 */
id: DefinitionId, 
/**
 * The sentence that stands above everything: a lead is not yet a sale (P20).
 */
sentence: string, 
/**
 * What type of customer is the most desirable (P16), in words.
 */
customer: string, 
/**
 * What information is needed to start the sales process (P17), in words.
 */
information: string, 
/**
 * What has to happen in a customer's company to make the sale certain (P18), in words.
 */
certainty: string, 
/**
 * How many points a lead needs; nothing where points do not count.
 */
threshold: number | null, 
/**
 * The days on which people work, 1 (Monday) to 7 (Sunday). Promises count these days only.
 */
working_days: Array<number>, 
/**
 * Days on which nobody works.
 */
holidays: Array<string>, 
/**
 * When it was begun.
 */
created_at: string, };

/**
 * Opens the definition as a document has it: a version, or the draft. A draft that says nothing else than what is in force
 * is given as that version, so that no page under the seal shows a word that was not signed.
 */
export type DefinitionDocument = { 
/**
 * The version, or nothing for the draft.
 */
version?: number, };

/**
 * Lists the fields on which a criterion may rest: what is known of leads when they are handed over.
 */
export type DefinitionFields = Record<symbol, never>;

/**
 * Names the definition of a qualified lead.
 */
export type DefinitionId = string;

/**
 * Something that stands between the draft of the definition and a proposal.
 */
export type DefinitionMissing = { 
/**
 * Where it can be mended.
 */
part: DefinitionPart, 
/**
 * The line it is about, where it is about one.
 */
line: string | null, 
/**
 * What is missing.
 */
message: string, };

/**
 * The parts of the page, in their order.
 */
export type DefinitionPart = "sentence" | "customer" | "information" | "certainty" | "threshold" | "non_leads" | "signals" | "examples" | "promises" | "agreement";

/**
 * A template.
 */
export type DefinitionTemplate = "bant" | "best_fit" | "points" | "blank";

/**
 * The page of the definition: the draft, or the frozen text of a version.
 */
export type DefinitionView = { 
/**
 * Whose definition it is.
 */
company: Company, 
/**
 * The definition itself.
 */
definition: Definition, 
/**
 * The three questions.
 */
questions: Array<QuestionView>, 
/**
 * Whether criteria bring points.
 */
has_points: boolean, 
/**
 * What is no lead.
 */
non_leads: Array<CriterionView>, 
/**
 * What tells that a company is about to buy.
 */
triggers: Array<Signal>, 
/**
 * What tells to walk away.
 */
walk_aways: Array<Signal>, 
/**
 * The worked examples.
 */
examples: Array<ExampleView>, 
/**
 * The promises, marketing's and sales'.
 */
promises: Array<PromiseView>, 
/**
 * What could be promised besides.
 */
offers: Array<PromiseOffer>, 
/**
 * The version that is shown; nothing for the draft.
 */
version: number | null, 
/**
 * Why it cannot be changed just now; nothing when it can.
 */
locked: string | null, 
/**
 * Where the agreement stands.
 */
agreement: AgreementView, 
/**
 * What is missing before it can be proposed.
 */
missing: Array<DefinitionMissing>, };

/**
 * Deletes a plan that was never signed.
 */
export type DeletePlan = { 
/**
 * The plan.
 */
plan: PlanId, };

/**
 * How one thing differs between two texts.
 */
export type Difference = { 
/**
 * The section's title.
 */
section: string, 
/**
 * What it is about.
 */
label: string, 
/**
 * What it said; nothing when it is new.
 */
before: string | null, 
/**
 * What it says; nothing when it is gone.
 */
after: string | null, };

/**
 * Which way a number should move.
 */
export type Direction = "more" | "less";

/**
 * What a question is about.
 */
export type Doubt = "kind" | "column" | "days" | "swapped" | "decimal" | "currency" | "values";

/**
 * A column, and what it would become.
 */
export type DraftColumn = { 
/**
 * The name of the column, as the file has it.
 */
column: string, 
/**
 * What its cells look like.
 */
looks_like: SeenKind, 
/**
 * In how many rows it holds something.
 */
filled: number, 
/**
 * Its first three different values.
 */
samples: Array<string>, 
/**
 * The field that it becomes; or that it keeps its own name, or is left out.
 */
becomes: Use, 
/**
 * The second field that is read from it.
 */
also: Field | null, 
/**
 * How sure that is, of 100; nothing when somebody chose it, now or the last time.
 */
confidence: number | null, 
/**
 * Why it becomes that, in words.
 */
why: string, 
/**
 * What a person should look at.
 */
ask: string | null, 
/**
 * What its cells give to think: those that do not fit the rest, numbers that may be days.
 */
noticed: Array<string>, 
/**
 * Whether its days can be read in two ways, so that somebody has to say which.
 */
days_read_both_ways: boolean, 
/**
 * In which order its days are written.
 */
order: "ymd" | "dmy" | "mdy" | null, 
/**
 * What its values mean, where it becomes a field with terms: the most frequent first.
 */
values: Array<DraftValue>, 
/**
 * How many rarer values there are.
 */
more_values: number, };

/**
 * A value, and what it means.
 */
export type DraftValue = { 
/**
 * The field that the column becomes.
 */
field: Field, 
/**
 * The list from which its term is.
 */
list: TermList, 
/**
 * The value, as it stands in the file.
 */
value: string, 
/**
 * In how many rows.
 */
rows: number, 
/**
 * What it means; nothing where no term fits, and then the record keeps the word alone.
 */
term: Term | null, 
/**
 * The term that was proposed for it.
 */
proposed: Term | null, 
/**
 * Whether a person should look at it: it has no term, or the term is a guess.
 */
look: boolean, 
/**
 * Whether a person has to say what it means before the file can be imported.
 */
asked: boolean, 
/**
 * Whether it says that there is none.
 */
says_nothing: boolean, 
/**
 * Whether it says so to everybody, and is no matter of choice: "N/A".
 */
always: boolean, };

/**
 *Changes one action.
 */
export type EditActionItem = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<ActionItem>, };

/**
 *Changes one agenda item.
 */
export type EditAgendaItem = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<AgendaItem>, };

/**
 *Changes one buying phase.
 */
export type EditBuyingPhase = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<BuyingPhase>, };

/**
 * Changes the settings of the library.
 */
export type EditCollateralSettings = { 
/**
 * The settings; there is one row of them.
 */
id: CollateralSettingsId, 
/**
 * What changes.
 */
change: Partial<CollateralSettings>, };

/**
 * Changes the company's settings.
 */
export type EditCompany = { 
/**
 * The settings that change.
 */
change: Partial<Company>, };

/**
 *Changes one criterion.
 */
export type EditCriterion = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Criterion>, };

/**
 *Changes one decision.
 */
export type EditDecision = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Decision>, };

/**
 * Changes the definition's own words: the sentence, the answers to the three questions, the threshold, the working days.
 */
export type EditDefinition = { 
/**
 * The definition.
 */
id: DefinitionId, 
/**
 * The fields that change.
 */
change: Partial<Definition>, };

/**
 *Changes one worked example.
 */
export type EditExample = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<WorkedExample>, };

/**
 *Changes one fix.
 */
export type EditFix = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Fix>, };

/**
 * Changes what goes into the funnel maths.
 */
export type EditFunnel = { 
/**
 * The plan.
 */
id: PlanId, 
/**
 * What changes.
 */
change: Partial<Funnel>, };

/**
 *Changes one goal.
 */
export type EditGoal = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Goal>, };

/**
 *Changes one initiative.
 */
export type EditInitiative = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Initiative>, };

/**
 *Changes one insight.
 */
export type EditInsight = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Insight>, };

/**
 * Changes a lead. What is changed here stays, whatever a later export says.
 */
export type EditLead = { 
/**
 * The lead.
 */
id: LeadId, 
/**
 * The fields that change.
 */
change: Partial<Lead>, };

/**
 * Changes a saved view: its name, or what it lists.
 */
export type EditLeadView = { 
/**
 * The view.
 */
id: LeadViewId, 
/**
 * What it is called from now on.
 */
name?: string | null, 
/**
 * What it lists from now on.
 */
leads?: ListLeads | null, };

/**
 * Changes last year's numbers.
 */
export type EditLookBack = { 
/**
 * The plan.
 */
id: PlanId, 
/**
 * What changes.
 */
change: Partial<LookBack>, };

/**
 * Changes what was decided: puts a field back as it was.
 */
export type EditMatrixMark = { 
/**
 * What was decided.
 */
id: MatrixMarkId, 
/**
 * The fields that change.
 */
change: Partial<MatrixMark>, };

/**
 *Changes one measure.
 */
export type EditMeasure = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Measure>, };

/**
 *Changes one line of what we will not do.
 */
export type EditOutOfScope = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<OutOfScope>, };

/**
 *Changes one parked thought.
 */
export type EditParkedItem = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<ParkedItem>, };

/**
 * Changes a person's name, role or side, or says that they have left.
 */
export type EditPerson = { 
/**
 * The person.
 */
id: PersonId, 
/**
 * What changes.
 */
change: Partial<Person>, };

/**
 *Changes one persona.
 */
export type EditPersona = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Persona>, };

/**
 * Changes fields of a piece. A field that was proposed is confirmed by it.
 */
export type EditPiece = { 
/**
 * The piece.
 */
id: PieceId, 
/**
 * The fields that change.
 */
change: Partial<Piece>, };

/**
 * Changes fields of several pieces at once: one step.
 */
export type EditPieces = { 
/**
 * The pieces.
 */
ids: Array<PieceId>, 
/**
 * The fields that change, in each.
 */
change: Partial<Piece>, 
/**
 * Tags that each gets beside its own.
 */
add_tags?: Array<string>, 
/**
 * Personas that each gets beside its own.
 */
add_personas?: Array<ListItemId>, 
/**
 * Buying phases that each gets beside its own.
 */
add_phases?: Array<ListItemId>, };

/**
 * Changes the positioning line or the year's budget.
 */
export type EditPlan = { 
/**
 * The plan.
 */
id: PlanId, 
/**
 * What changes.
 */
change: Partial<Plan>, };

/**
 *Changes one promise.
 */
export type EditPromise = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Promise>, };

/**
 * Changes the words of a request, or for whom it is.
 */
export type EditRequest = { 
/**
 * The request.
 */
id: CollateralRequestId, 
/**
 * The fields that change.
 */
change: Partial<CollateralRequest>, };

/**
 *Changes one responsibility.
 */
export type EditResponsibility = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Responsibility>, };

/**
 *Changes one look-back point.
 */
export type EditRetroNote = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<RetroNote>, };

/**
 * Moves a review to another day or time.
 */
export type EditReview = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * What changes.
 */
change: Partial<Review>, };

/**
 *Changes one action.
 */
export type EditReviewAction = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<ReviewAction>, };

/**
 *Changes one decision.
 */
export type EditReviewDecision = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<ReviewDecision>, };

/**
 *Changes one note.
 */
export type EditReviewNote = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<ReviewNote>, };

/**
 *Changes one parked item.
 */
export type EditReviewParked = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<ReviewParked>, };

/**
 *Changes one risk.
 */
export type EditRisk = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Risk>, };

/**
 *Changes one segment.
 */
export type EditSegment = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Segment>, };

/**
 *Changes one trigger or walk-away point.
 */
export type EditSignal = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<Signal>, };

/**
 *Changes one target account.
 */
export type EditTargetAccount = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<TargetAccount>, };

/**
 * Changes a use: what the seller says of it, above all.
 */
export type EditUse = { 
/**
 * The use.
 */
id: PieceUseId, 
/**
 * The fields that change.
 */
change: Partial<PieceUse>, };

/**
 *Changes one step.
 */
export type EditWalkStep = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The fields that change; null empties one.
 */
change: Partial<WalkStep>, };

/**
 * Changes what a walk-through is called, or its day.
 */
export type EditWalkThrough = { 
/**
 * The walk-through.
 */
id: WalkThroughId, 
/**
 * The fields that change.
 */
change: Partial<WalkThrough>, };

/**
 * Ends a walk-through: its steps stay as they are.
 */
export type EndWalkThrough = { 
/**
 * The walk-through.
 */
id: WalkThroughId, };

/**
 * Enters how far a goal has come as of a day; what was entered for that day before is replaced.
 */
export type EnterGoalReading = { 
/**
 * The goal.
 */
goal: ListItemId, 
/**
 * As of which day.
 */
day: string, 
/**
 * Where it stands, in the smallest step of its unit: for a goal whose parts add up, all of the year until that day.
 */
value: number, 
/**
 * Where the number comes from.
 */
note?: string, };

/**
 * One line of the history.
 */
export type Entry = { 
/**
 * Names the entry.
 */
id: EntryId, 
/**
 * When it was done.
 */
at: string, 
/**
 * Who did it, as they were called then; nothing where nobody was said to be at the keyboard.
 */
person_name: string | null, 
/**
 * The side of whoever did it, then.
 */
side: Side | null, 
/**
 * What was done, in words.
 */
summary: string, 
/**
 * What kind of entry it is.
 */
kind: EntryKind, };

/**
 * Names one entry of the journal.
 */
export type EntryId = string;

/**
 * What kind of entry it is.
 */
export type EntryKind = "action" | "milestone" | "undo" | "redo";

/**
 * An error as it goes over the wire: `{code, message, hint, field}`.
 */
export type Error = { 
/**
 * What kind of error it is.
 */
code: ErrorCode, 
/**
 * What happened.
 */
message: string, 
/**
 * What to do next, where there is something to do.
 */
hint: string | null, 
/**
 * The field of the input that is meant, where there is one.
 */
field: string | null, 
/**
 * Whether it says that what was done is not saved, so that nobody has to say it once more.
 */
not_saved?: boolean, };

/**
 * What kind of "no" an [`Error`] is. A refusal is a rule at work, not a fault.
 */
export type ErrorCode = "invalid" | "not_found" | "refused" | "conflict" | "file" | "damaged" | "internal";

/**
 * How we know something.
 */
export type Evidence = "interview" | "call" | "survey" | "deal";

/**
 * A worked example, with what the definition makes of it.
 */
export type ExampleView = { 
/**
 * The lead, and the verdict that was agreed on it.
 */
example: WorkedExample, 
/**
 * What the definition makes of it.
 */
judged: JudgedLead, 
/**
 * Whether that is what it must be.
 */
comes_out_right: boolean, };

/**
 * Keeps a spelling apart from names that look like it: it means something else, and is offered for merging no more.
 */
export type ExcludeAlias = { 
/**
 * The field in which it is written.
 */
field: SpeltField, 
/**
 * The spelling, exactly as it stands.
 */
said: string, };

/**
 * How one case of a promise fares.
 */
export type Fared = "overdue" | "late" | "not_yet_due" | "on_time";

/**
 * A field, and how well it tells apart what became of leads.
 */
export type FeatureField = { 
/**
 * The field.
 */
field: FieldName, 
/**
 * What it is called.
 */
label: string, 
/**
 * From 0 (it tells nothing) to 1 (it tells all): Cramér's V, corrected for few records.
 */
strength: number, 
/**
 * On how many leads this rests.
 */
n: number, 
/**
 * The value with which leads did best, of those with enough leads.
 */
best: FeatureValue | null, 
/**
 * The value with which they did worst.
 */
worst: FeatureValue | null, 
/**
 * Why it should not be trusted; nothing when it may.
 */
warning: string | null, };

/**
 * One value of a field, and what became of its leads.
 */
export type FeatureValue = { 
/**
 * The value, or the range of numbers.
 */
value: string, 
/**
 * How often the outcome was the better one.
 */
rate: Measured, };

/**
 * A field of a record. Some stand in more than one kind; what they are called there says [`fields`].
 */
export type Field = "external_id" | "lead_id" | "opportunity_id" | "email" | "name" | "first_name" | "last_name" | "company" | "title" | "phone" | "source" | "campaign" | "owner" | "created_on" | "handed_over_on" | "first_touch_on" | "touches" | "stage" | "outcome" | "accepted" | "decided_on" | "reason" | "wake_up_on" | "opportunity_name" | "opportunity_stage" | "opportunity_value" | "opportunity_created_on" | "value" | "closed_on" | "lost_reason" | "month" | "spend";

/**
 * What there is to know about a field of a kind of record.
 */
export type FieldEntry = { 
/**
 * The field.
 */
field: Field, 
/**
 * What it is called on screen and in reports.
 */
name: string, 
/**
 * What it means, in a few words.
 */
about: string, 
/**
 * What kind of column fits.
 */
fits: Fits, 
/**
 * Whether the records say too little without it, so that its absence is said.
 */
needed: boolean, 
/**
 * Whether it is known only after the lead was handed over: it may never be a criterion of a definition, or the
 * definition would foretell what it has already seen.
 */
afterwards: boolean, };

/**
 * What kind of thing stands in a field; it says which tests make sense.
 */
export type FieldKind = "words" | "numbers" | "days" | "yes_no" | "mixed" | "nothing";

/**
 * Everything that the page of a field kit shows.
 */
export type FieldKit = { 
/**
 * The version of this shape.
 */
version: number, 
/**
 * The workspace it is of: return slips name it.
 */
workspace: string, 
/**
 * The company.
 */
company: string, 
/**
 * The company's language, by whose conventions days are written.
 */
language: string, 
/**
 * The day on which it says what is so.
 */
as_of: string, 
/**
 * The personas, in their order.
 */
personas: Array<MatrixHeading>, 
/**
 * The buying phases, in their order.
 */
phases: Array<MatrixHeading>, 
/**
 * The pieces, by title.
 */
pieces: Array<KitPiece>, 
/**
 * The cells of the content matrix.
 */
cells: Array<KitCell>, };

/**
 * A field of a lead: `company`, `source`, or `attribute:Employees` for what the company's own export calls so.
 */
export type FieldName = string;

/**
 * A value that stands in a field, and in how many leads.
 */
export type FieldValue = { 
/**
 * The value.
 */
value: string, 
/**
 * In how many leads.
 */
leads: number, };

/**
 * A number that may be impossible to work out, and then says why.
 */
export type Figure = { 
/**
 * The number with all its fractions, in whole units (deals, not hundredths), or nothing.
 */
value: number | null, 
/**
 * Why there is none: "cannot be computed, because the win rate is missing".
 */
because: string | null, };

/**
 * What a piece of collateral is.
 */
export type FileKind = "pdf" | "slides" | "document" | "spreadsheet" | "image" | "markdown" | "text" | "html" | "email" | "video" | "other";

/**
 * Finds imported opportunities by their names, so that a use can name one: open ones first, the latest first.
 */
export type FindDeals = { 
/**
 * A part of the name, the customer or the id; the latest ones where it is empty.
 */
text: string, };

/**
 * What kind of column fits a field.
 */
export type Fits = "id" | "text" | "choice" | "email" | "phone" | "day" | "month" | "money" | "number" | "yes_no";

/**
 * What is to be mended after a walk-through.
 */
export type Fix = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The walk-through in which it was found.
 */
walk_through: WalkThroughId, 
/**
 * Its place.
 */
rank: string, 
/**
 * What is to be mended.
 */
name: string, 
/**
 * The step in which it was found.
 */
step: ListItemId | null, 
/**
 * The piece that is to be mended.
 */
piece: PieceId | null, 
/**
 * Who mends it.
 */
owner: PersonId | null, 
/**
 * On which day it was found.
 */
found_on: string, 
/**
 * Until when it is to be done.
 */
due: string, 
/**
 * The day for which it was promised when the walk-through ended: a later day does not make it less late.
 */
due_first: string, 
/**
 * On which day it was done.
 */
done_on: string | null, };

/**
 * Something to be mended, with where it stands.
 */
export type FixLine = { 
/**
 * What is to be mended.
 */
fix: Fix, 
/**
 * Where it stands.
 */
state: FixState, 
/**
 * How many days ago it was found.
 */
age_days: number, 
/**
 * The step in which it was found, by its name.
 */
step_name: string | null, 
/**
 * The piece that is to be mended.
 */
piece: NamedPiece | null, };

/**
 * Where a fix stands.
 */
export type FixState = "open" | "overdue" | "done_in_time" | "done_late";

/**
 * How fixes were kept.
 */
export type FixesKept = { 
/**
 * Done by the day for which they were promised first.
 */
done_in_time: number, 
/**
 * Done after it.
 */
done_late: number, 
/**
 * Not done, and the day has passed.
 */
overdue: number, 
/**
 * Not done, and the day has not passed.
 */
open: number, };

/**
 * What comes of a year if it goes on as it went.
 */
export type Forecast = { 
/**
 * If every month to come is like the weakest so far.
 */
low: number, 
/**
 * If they are like those so far together.
 */
likely: number, 
/**
 * If they are like the strongest so far.
 */
high: number, };

/**
 * Reads one spelling from now on as it stands again, or offers it again that was kept apart. What was merged stays as it is
 * written.
 */
export type ForgetAlias = { 
/**
 * The spelling.
 */
id: SpellingId, };

/**
 * A piece of the list, with where its words were found.
 */
export type FoundPiece = { 
/**
 * Where the words stand in its file.
 */
passage: Passage | null, 
/**
 * The piece.
 */
piece: Piece, 
/**
 * Where it stands.
 */
state: PieceState, 
/**
 * Whether the day by which somebody should have looked at it has passed.
 */
is_stale: boolean, 
/**
 * The sides that have approved it as it is.
 */
approved_by: Array<Side>, 
/**
 * Since when both have.
 */
approved_on: string | null, 
/**
 * Whether both approved an earlier version of it, and not this one.
 */
had_approval: boolean, 
/**
 * The file that it is now; nothing where it is a link.
 */
version: PieceVersion | null, 
/**
 * Whether there is a small picture of it.
 */
has_picture: boolean, };

/**
 * Somebody who takes part from the beginning.
 */
export type Founder = { 
/**
 * The full name.
 */
name: string, 
/**
 * The role, "VP Sales"; empty where nobody says it.
 */
role: string, 
/**
 * The side to which the person belongs: sales, marketing or leadership.
 */
side: Side, };

/**
 * Who and what a new workspace begins with.
 */
export type Founding = { 
/**
 * The company's name.
 */
company: string, 
/**
 * The month in which the fiscal year starts, 1 to 12.
 */
fiscal_start: number, 
/**
 * The currency's ISO code.
 */
currency: string, 
/**
 * The language for dates and numbers.
 */
language: string, 
/**
 * Whether one person does both jobs.
 */
one_person_does_both: boolean, 
/**
 * The people who take part; more can be added any day.
 */
people: Array<Founder>, };

/**
 * What goes into the reverse funnel. A rate left empty is last year's.
 */
export type Funnel = { 
/**
 * The plan's id: a plan has one funnel.
 */
id: PlanId, 
/**
 * The year's revenue goal.
 */
revenue_goal: number | null, 
/**
 * The part that renewals and expansion bring.
 */
renewals: number | null, 
/**
 * Our average deal.
 */
average_deal: number | null, 
/**
 * Why ours differs from last year's.
 */
average_deal_why: string, 
/**
 * Our win rate.
 */
win_rate: number | null, 
/**
 * Why ours differs from last year's.
 */
win_rate_why: string, 
/**
 * Our share of SQLs that become opportunities.
 */
sql_to_opportunity: number | null, 
/**
 * Why ours differs from last year's.
 */
sql_to_opportunity_why: string, 
/**
 * Our share of accepted leads that become SQL.
 */
sal_to_sql: number | null, 
/**
 * Why ours differs from last year's.
 */
sal_to_sql_why: string, 
/**
 * Our share of MQLs that sales accepts.
 */
mql_to_sal: number | null, 
/**
 * Why ours differs from last year's.
 */
mql_to_sal_why: string, 
/**
 * The share of new revenue that marketing sources.
 */
sourced_share: number | null, 
/**
 * Why ours differs from last year's.
 */
sourced_share_why: string, 
/**
 * Our median cycle in days.
 */
cycle_days: number | null, 
/**
 * Why ours differs from last year's.
 */
cycle_days_why: string, 
/**
 * How the year's revenue spreads over the months.
 */
spread: SplitBy, 
/**
 * Twelve weights written by hand, or empty.
 */
by_hand: Array<number>, };

/**
 * One input of the funnel maths: last year's, ours, why.
 */
export type FunnelInput = { 
/**
 * The field in [`Funnel`]: `win_rate` …
 */
key: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Its formula in words.
 */
formula: string, 
/**
 * In what it is counted.
 */
unit: Unit, 
/**
 * Last year's, from the look back.
 */
last_year: number | null, 
/**
 * Why there is none of last year: "cannot be computed, because there are more SQLs than accepted leads".
 */
because: string | null, 
/**
 * Ours, where it differs.
 */
ours: number | null, 
/**
 * The one the maths uses.
 */
used: number | null, 
/**
 * Why ours differs.
 */
why: string, };

/**
 * What one month needs: the deals that close in it, and the leads that must be accepted in it for later deals.
 */
export type FunnelMonth = { 
/**
 * The month's first day.
 */
first_day: string, 
/**
 * Whether the month lies before the plan's year.
 */
before_the_year: boolean, 
/**
 * Deals that close.
 */
deals: number, 
/**
 * Opportunities behind deals that close a cycle later.
 */
opportunities: number | null, 
/**
 * SQLs behind them.
 */
sql: number | null, 
/**
 * Accepted leads behind them.
 */
sal: number | null, 
/**
 * MQLs behind them.
 */
mql: number | null, };

/**
 * In which order the rows of a funnel stand: by a number of theirs, the largest first, or by their names. A row of which the
 * number rests on few records stands behind those that can be compared, and one of which it is not known behind them all,
 * whichever way round. Chart, table and documents have their order from here.
 */
export type FunnelOrder = "name" | "leads" | "converted" | "accepted" | "acceptance" | "won" | "won_leads" | "win_rate" | "won_value" | "sourced" | "influenced" | "cycle" | "lost_or_ignored" | "cost" | "cost_per_lead" | "cost_per_accepted";

/**
 * One row of the funnel: everything of one source, campaign, owner, quarter or attribute.
 */
export type FunnelRow = { 
/**
 * What it is the row of; nothing for what is missing it.
 */
name: string | null, 
/**
 * The days of a quarter; nothing for all else.
 */
days: Days | null, 
/**
 * Leads.
 */
leads: number, 
/**
 * Leads that have an opportunity.
 */
converted: Rate, 
/**
 * Leads that sales accepted: it said so, or opened an opportunity and never said no. Nothing where no file tells.
 */
accepted: number | null, 
/**
 * Leads that sales rejected; nothing where no file tells of any.
 */
rejected: number | null, 
/**
 * Leads that were disqualified, abandoned or sent back without having been accepted or rejected.
 */
closed_out: number, 
/**
 * Leads that are still open: nothing was decided.
 */
open_leads: number, 
/**
 * Leads of which the files do not say how they stand. Accepted, rejected, closed out, open and unknown are all.
 */
unknown: number, 
/**
 * Accepted ÷ (accepted + rejected).
 */
acceptance: Rate, 
/**
 * The value of the opportunities of accepted leads, without those to which sales said no and that were not won, in minor
 * units; nothing where no file tells of values.
 */
accepted_value: number | null, 
/**
 * Opportunities of accepted leads of which no value is known: the accepted value is at least so much then.
 */
accepted_without_value: number, 
/**
 * Opportunities, those without a lead among them.
 */
opportunities: number, 
/**
 * Opportunities that have no lead.
 */
without_lead: number, 
/**
 * Opportunities of which no value is known.
 */
without_value: number, 
/**
 * The value of all opportunities, as far as it is known, in minor units; nothing where no file tells of values.
 */
value: number | null, 
/**
 * Won opportunities; nothing where no file tells what became of any.
 */
won: number | null, 
/**
 * Lost opportunities; nothing where no file tells of any.
 */
lost: number | null, 
/**
 * Opportunities that are said to be open; nothing where no file tells what became of any.
 */
open: number | null, 
/**
 * Opportunities of which no file tells what became.
 */
without_outcome: number, 
/**
 * Won ÷ (won + lost).
 */
win_rate: Rate, 
/**
 * Leads with a won opportunity, of all leads.
 */
won_leads: Rate, 
/**
 * The value of what was won, as far as it is known, in minor units; nothing where it is known of nothing that was won.
 */
won_value: number | null, 
/**
 * Won opportunities of which no value is known: the won value is at least so much then.
 */
won_without_value: number, 
/**
 * The middle number of days from the opportunity's first day (where that is not known, the lead's) until it was won;
 * what was won before it began has none.
 */
median_cycle_days: number | null, 
/**
 * Leads that were disqualified.
 */
disqualified: number, 
/**
 * Leads that were abandoned without a decision; nothing where no file tells how leads stand.
 */
abandoned: number | null, 
/**
 * Leads that nobody touched; nothing where no file tells.
 */
untouched: number | null, 
/**
 * Those of them that were to be contacted by now; nothing where no file tells.
 */
untouched_overdue: number | null, 
/**
 * Abandoned, or untouched past the promise, of all leads.
 */
lost_or_ignored: Rate, 
/**
 * What was spent, in minor units; nothing when no cost is known.
 */
cost: number | null, 
/**
 * Leads of which no cost covers the month in which they came in, where a cost is known at all: what was spent, and what each
 * cost, is at least so much then.
 */
leads_without_cost: number, 
/**
 * What was spent ÷ leads, in minor units, not rounded.
 */
cost_per_lead: number | null, 
/**
 * What was spent ÷ accepted leads, in minor units, not rounded.
 */
cost_per_accepted: number | null, 
/**
 * Leads that were sent back to be nurtured once.
 */
recycled: number, 
/**
 * Recycled leads that have an opportunity.
 */
recycled_converted: Rate, 
/**
 * Recycled leads with a won opportunity.
 */
recycled_won: Rate, 
/**
 * Leads that never were sent back and have an opportunity.
 */
first_time_converted: Rate, 
/**
 * The middle number of touches of accepted leads, where it is known.
 */
median_touches: number | null, 
/**
 * Accepted leads with as many touches as the rule of thumb wants ([`MANY_TOUCHES`]) or more, of those whose touches are
 * known.
 */
many_touches: Rate, 
/**
 * The value of what was won and whose original source is marketing's, in minor units; nothing while nobody said which
 * sources are.
 */
sourced_value: number | null, 
/**
 * The value of what was won and in which marketing had a part, in minor units: what it sourced is among it, so the two
 * are never added.
 */
influenced_value: number | null, 
/**
 * Why the numbers are missing that are.
 */
because: Because, 
/**
 * Whether the row rests on so few records (fewer than [`SMALL`] leads and opportunities without one) that it should not
 * be ranked.
 */
small: boolean, };

/**
 * One stage of the reverse funnel: how many the year needs.
 */
export type FunnelStage = { 
/**
 * `deals`, `opportunities`, `sql`, `sal`, `mql`, `marketing_mql`.
 */
key: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * How it was worked out.
 */
formula: string, 
/**
 * How many in the year, with fractions.
 */
year: Figure, 
/**
 * How many a month on average, with fractions.
 */
month: Figure, };

/**
 * The funnel maths, complete.
 */
export type FunnelView = { 
/**
 * What was typed.
 */
funnel: Funnel, 
/**
 * The inputs with last year beside ours.
 */
inputs: Array<FunnelInput>, 
/**
 * Revenue goal − renewals and expansion, in minor units.
 */
new_revenue: Figure, 
/**
 * Marketing's part of it, in minor units.
 */
sourced_revenue: Figure, 
/**
 * The stages from deals up to MQL, and marketing's part of them.
 */
stages: Array<FunnelStage>, 
/**
 * Month by month, with the months before the year that the cycle reaches back to. Empty when nothing can be computed.
 */
months: Array<FunnelMonth>, 
/**
 * The cycle in whole months by which leads come before deals.
 */
shift_months: number | null, 
/**
 * Why it is spread evenly although something else was wished, or nothing.
 */
spread_problem: string | null, };

/**
 * A cell where something is missing.
 */
export type Gap = { 
/**
 * The persona.
 */
persona: ListItemId, 
/**
 * The phase.
 */
phase: ListItemId, 
/**
 * What is missing: needs that no piece answers; none where the cell is required and no need is known.
 */
needs: Array<MatrixNeed>, 
/**
 * The open leads that sit there.
 */
open: OpenLeads, 
/**
 * How many pieces are asked for there, and not answered yet.
 */
requested: number, };

/**
 * Gives a mark in silence: to a goal or to a statement of the pulse; or takes it back.
 */
export type GiveReviewMark = { 
/**
 * The review.
 */
review: ReviewId, 
/**
 * The side; that of whoever is at the keyboard where nothing is said.
 */
side?: Side, 
/**
 * The id of a goal, or the word of a statement of the pulse.
 */
about: string, 
/**
 * From 1 to 5; nothing takes it back.
 */
mark: number | null, };

/**
 * A joint goal: one number for both sides, with an owner on each.
 */
export type Goal = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * What is measured.
 */
metric: Metric, 
/**
 * The goal's name; for a metric of the list its name, unless renamed.
 */
name: string, 
/**
 * In what it is counted.
 */
unit: Unit, 
/**
 * The formula in words.
 */
formula: string, 
/**
 * Where the number comes from.
 */
source: string, 
/**
 * Whether the parts of the year add up to the target.
 */
adds_up: boolean, 
/**
 * Whether it is about the customer, not about us.
 */
about_customer: boolean, 
/**
 * Which way is better.
 */
direction: Direction, 
/**
 * Where we stand, in the unit's smallest step.
 */
baseline: number | null, 
/**
 * What we aim at, for the year.
 */
target: number | null, 
/**
 * What would be splendid.
 */
stretch: number | null, 
/**
 * Who answers for it in sales.
 */
sales_owner: PersonId | null, 
/**
 * Who answers for it in marketing.
 */
marketing_owner: PersonId | null, 
/**
 * Over what it is split.
 */
split_into: SplitInto, 
/**
 * How it is split.
 */
split_by: SplitBy, 
/**
 * The parts written by hand, or empty.
 */
by_hand: Array<number>, 
/**
 * In what way it is tracked, in free words.
 */
tracked_how: string, 
/**
 * How often it is tracked.
 */
tracked_every: Cadence, };

/**
 * How a goal fares. Numbers are in the smallest step of its unit.
 */
export type GoalLine = { 
/**
 * The goal.
 */
goal: ListItemId, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it measures.
 */
metric: Metric, 
/**
 * In what it is counted.
 */
unit: Unit, 
/**
 * Which way is better.
 */
direction: Direction, 
/**
 * Whether its months add up to the year.
 */
adds_up: boolean, 
/**
 * The formula in words.
 */
formula: string, 
/**
 * Where the plan says the number comes from.
 */
source: string, 
/**
 * Where it came from here.
 */
measured: GoalSource, 
/**
 * What the year aims at.
 */
target: number | null, 
/**
 * What the period asks for.
 */
period_asked: number | null, 
/**
 * What was reached in the period.
 */
period_actual: number | null, 
/**
 * On how many that rests, where it is a rate or an average.
 */
period_n: number | null, 
/**
 * The part of what the period asks for that was reached, in hundredths of a percent.
 */
period_reached: number | null, 
/**
 * What the year asks for until the day to which the numbers reach.
 */
asked: number | null, 
/**
 * What was reached in the year.
 */
actual: number | null, 
/**
 * On how many it rests, where it is a rate or an average.
 */
n: number | null, 
/**
 * Whether those are few.
 */
is_small: boolean, 
/**
 * The day to which the numbers reach.
 */
until: string | null, 
/**
 * The part of what is asked for that was reached, in hundredths of a percent.
 */
reached: number | null, 
/**
 * How it fares.
 */
status: GoalStatus | null, 
/**
 * Why nothing can be said of it; nothing where something can.
 */
because: string | null, 
/**
 * Month by month.
 */
months: Array<GoalMonth>, 
/**
 * What comes of the year.
 */
forecast: Forecast | null, 
/**
 * Why there is no forecast; nothing where there is one.
 */
no_forecast: string | null, };

/**
 * A month of a goal.
 */
export type GoalMonth = { 
/**
 * Its first day.
 */
first_day: string, 
/**
 * What the plan asks for in it.
 */
asked: number | null, 
/**
 * What was reached; nothing where that is not known.
 */
actual: number | null, 
/**
 * Whether it is over, as far as the numbers reach.
 */
is_whole: boolean, };

/**
 * How far a goal has come that no file tells of, entered by a person.
 */
export type GoalReading = { 
/**
 * Names it; it follows from the goal and the day.
 */
id: GoalReadingId, 
/**
 * The goal.
 */
goal: ListItemId, 
/**
 * As of which day.
 */
day: string, 
/**
 * In what it is counted, as the goal is.
 */
unit: Unit, 
/**
 * Where it stands: for a goal whose parts add up, all of the year until that day.
 */
value: number, 
/**
 * Where it comes from.
 */
note: string, 
/**
 * Who entered it.
 */
person: PersonId | null, };

/**
 * Names how far a goal has come as of a day.
 */
export type GoalReadingId = string;

/**
 * Where the number of a goal comes from.
 */
export type GoalSource = { "from": "leads" } | { "from": "reading", 
/**
 * As of which day, where anybody did.
 */
day: string | null, 
/**
 * Where it comes from.
 */
note: string, 
/**
 * What names it, so that it can be taken back.
 */
id: GoalReadingId | null, };

/**
 * How a goal fares; always told in words beside shape and colour.
 */
export type GoalStatus = "on_track" | "at_risk" | "off_track";

/**
 * A goal, its formula and its split.
 */
export type GoalView = { 
/**
 * The line.
 */
goal: Goal, 
/**
 * The parts of the year, as it is split.
 */
periods: Array<Period>, 
/**
 * The target of each of the twelve months, whatever the split.
 */
months: Array<number>, 
/**
 * Why it cannot be split as wished, or nothing.
 */
split_problem: string | null, 
/**
 * What is missing before it can be proposed.
 */
missing: Array<string>, };

/**
 * The goals of a year.
 */
export type GoalsPart = { 
/**
 * The goals.
 */
goals: Array<GoalLine>, 
/**
 * The version of the plan whose goals they are; nothing while none is in force: then they are the draft's.
 */
version: number | null, 
/**
 * What is to be known beside them, in sentences.
 */
notes: Array<string>, };

/**
 * Lists what was done, the latest first.
 */
export type History = { 
/**
 * Only entries older than this one: the next page.
 */
before?: EntryId, 
/**
 * How many at most; 50 unless told, 500 at most.
 */
limit?: number, 
/**
 * Only entries whose words contain this.
 */
search?: string, };

/**
 * An entry and what it changed.
 */
export type HistoryEntry = { 
/**
 * Who did what, and when.
 */
entry: Entry, 
/**
 * The fields it changed, of the first five hundred rows.
 */
fields: Array<ChangedField>, 
/**
 * How many more rows it changed.
 */
more_rows: number, };

/**
 * One page of the history.
 */
export type HistoryPage = { 
/**
 * The entries, the latest first.
 */
entries: Array<Entry>, 
/**
 * Whether there are older ones.
 */
more: boolean, };

/**
 * What a file holds.
 */
export type Holds = "leads" | "leads_with_opportunities" | "opportunities" | "costs" | "companies" | "activities" | "products" | "targets" | "staff" | "totals" | "dictionary" | "unknown";

/**
 * When an untouched lead counts as ignored: by the promise in force when it was handed over.
 */
export type IgnoredAfter = { 
/**
 * The working days within which a lead of today is to be contacted.
 */
working_days: number, 
/**
 * Whether that is promised in a definition in force; else the usual promise is the measure.
 */
is_promised: boolean, };

/**
 * A file that was taken in, and what became of its rows.
 */
export type Import = { 
/**
 * Names the import.
 */
id: ImportId, 
/**
 * What the rows were.
 */
kind: RecordKind, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * The same for all files with these columns.
 */
shape: string, 
/**
 * When it was taken in.
 */
at: string, 
/**
 * By whom.
 */
person: PersonId | null, 
/**
 * How many rows the file had.
 */
rows: number, 
/**
 * How many records were new.
 */
added: number, 
/**
 * How many said something new.
 */
updated: number, 
/**
 * How many said what was known.
 */
unchanged: number, 
/**
 * How many rows could not be read.
 */
rejected: number, 
/**
 * How many of its leads have no source.
 */
source_missing: number, 
/**
 * When it was taken back, if it was.
 */
taken_back_at: string | null, };

/**
 * An answer to a question.
 */
export type ImportAnswer = { 
/**
 * The answer, and how the examples then read: "A comma: 1.500 is 1,500".
 */
label: string, 
/**
 * The edit that gives it.
 */
edit: MappingEdit, 
/**
 * Why it is likely, where something speaks for it.
 */
likely: string | null, };

/**
 * An import, and how many leads of it there are.
 */
export type ImportCount = { 
/**
 * The import.
 */
id: ImportId, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * How many leads.
 */
leads: number, };

/**
 * A file that was looked through, and how it would be taken in.
 */
export type ImportDraft = { 
/**
 * The file's name.
 */
file_name: string, 
/**
 * How it was read, in words: "Text in UTF-8, with semicolons between the columns".
 */
how: string, 
/**
 * The sheet that is read, in a workbook.
 */
sheet: string | null, 
/**
 * All sheets of a workbook.
 */
sheets: Array<string>, 
/**
 * The row in which the names of its columns stand, counted as a spreadsheet does.
 */
header_row: number, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * How many of them are damaged.
 */
unreadable: number, 
/**
 * What it was recognised to hold.
 */
holds: Holds, 
/**
 * As what it would be taken in; nothing where it holds none of our records and nobody said otherwise.
 */
kind: RecordKind | null, 
/**
 * How sure that is, of 100.
 */
confidence: number, 
/**
 * Why; where it holds none of our records, what to do instead.
 */
why: string, 
/**
 * Whether an earlier file of the same shape said how it is read.
 */
remembered: boolean, 
/**
 * Its columns, in their order.
 */
columns: Array<DraftColumn>, 
/**
 * What the records will lack.
 */
lacks: Array<Lack>, 
/**
 * The fields that a column can become.
 */
fields: Array<FieldEntry>, 
/**
 * What the file does not say for certain, with the answers that were given.
 */
questions: Array<ImportQuestion>, 
/**
 * What is left to be said before it can be taken in.
 */
left_to_say: Error | null, };

/**
 * Names one file that was taken in.
 */
export type ImportId = string;

/**
 * A question about a file.
 */
export type ImportQuestion = { 
/**
 * What of the file is in doubt.
 */
about: Doubt, 
/**
 * The column; the first, where one answer settles several.
 */
column: string, 
/**
 * The question, as it is asked.
 */
question: string, 
/**
 * Up to three cells that it is about.
 */
examples: Array<string>, 
/**
 * The answers there are; none where each value has to be given its own.
 */
answers: Array<ImportAnswer>, 
/**
 * The place of the answer that was given, among the answers; nothing where it is still open.
 */
answered: number | null, 
/**
 * Whether the file waits for the answer: no number depends on the dates of a column that is kept under its own name.
 */
waits: boolean, 
/**
 * What to type in a terminal.
 */
in_a_terminal: string, };

/**
 * What became of a file, or would become of it.
 */
export type ImportReport = { 
/**
 * Names the import; nothing when it was only a preview, or nothing was new.
 */
import: ImportId | null, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * What its rows are.
 */
kind: RecordKind, 
/**
 * How sure that is, of 100.
 */
confidence: number, 
/**
 * Why they are taken for that, in words.
 */
why: string, 
/**
 * Whether an earlier file of the same shape said how it is read.
 */
remembered: boolean, 
/**
 * How each column was read.
 */
columns: Array<ColumnRead>, 
/**
 * What the records lack.
 */
lacks: Array<Lack>, 
/**
 * How many rows the file has.
 */
rows: number, 
/**
 * How many records are new.
 */
added: number, 
/**
 * How many say something new.
 */
updated: number, 
/**
 * How many say what was known.
 */
unchanged: number, 
/**
 * How many rows could not be read.
 */
rejected: number, 
/**
 * The first thousand of them.
 */
rejected_rows: Array<RejectedRow>, 
/**
 * How many of the leads have no source.
 */
source_missing: number, 
/**
 * How many values were changed here by hand and are told otherwise by the file; what was changed here stays.
 */
conflicts: number, 
/**
 * Values without a term.
 */
untranslated: Array<Untranslated>, 
/**
 * Amounts in other currencies than the workspace's: kept with their records, apart from every sum.
 */
apart: Array<Apart>, 
/**
 * What was taken as likely without being asked, in words.
 */
guesses: Array<string>, 
/**
 * How the file was read where somebody may expect otherwise, in words.
 */
notes: Array<string>, 
/**
 * How many opportunities, of this file or of earlier ones, found their lead with it; below zero where some lost it.
 */
newly_linked: number, 
/**
 * How many opportunities of the workspace have their lead.
 */
linked: number, 
/**
 * How many opportunities the workspace has.
 */
opportunities: number, };

/**
 * Imports the notes of return slips that are new: one step. What is known already, and what cannot be read, is left out.
 */
export type ImportSlips = { 
/**
 * The slips.
 */
slips: Array<SlipFile>, };

/**
 * Something we will do this year.
 */
export type Initiative = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * The one of marketing's five buckets that it belongs to.
 */
bucket: Bucket, 
/**
 * What we will do.
 */
name: string, 
/**
 * Who answers for it.
 */
owner: PersonId | null, 
/**
 * The day on which it begins, where that is settled.
 */
starts: string | null, 
/**
 * The day on which it ends, where that is settled.
 */
ends: string | null, 
/**
 * What it may cost.
 */
budget: number | null, 
/**
 * The goal it serves.
 */
goal: ListItemId | null, 
/**
 * How many accepted leads we expect of it.
 */
expected_leads: number | null, };

/**
 * The initiatives against what the maths asks and the budget allows.
 */
export type InitiativesView = { 
/**
 * The initiatives in their order.
 */
lines: Array<Initiative>, 
/**
 * The sums by bucket, all five.
 */
buckets: Array<BucketSum>, 
/**
 * All budgets together.
 */
budget: number, 
/**
 * The year's budget − all budgets, where a budget is set.
 */
budget_left: number | null, 
/**
 * All expected accepted leads together.
 */
expected_leads: number, 
/**
 * The accepted leads that the maths asks of marketing, or why that is not known.
 */
asked_leads: Figure, };

/**
 * One thing that is known of a persona in a phase, with how we know.
 */
export type Insight = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The buying cycle it belongs to.
 */
buying_cycle: BuyingCycleId, 
/**
 * Its place.
 */
rank: string, 
/**
 * Whose it is.
 */
persona: ListItemId, 
/**
 * In which phase.
 */
phase: ListItemId, 
/**
 * Whether it is a need, a touchpoint, a trigger or a stopper.
 */
kind: InsightKind, 
/**
 * In the buyer's words.
 */
text: string, 
/**
 * How we know; nothing while we only think so.
 */
evidence: Evidence | null, 
/**
 * On which day we learned it.
 */
evidence_on: string | null, 
/**
 * Who said it, in which deal, where it is written down.
 */
evidence_note: string, };

/**
 * How much is known of a persona in a phase.
 */
export type InsightCounts = { 
/**
 * The persona of whom it is known.
 */
persona: ListItemId, 
/**
 * The phase in which it is known.
 */
phase: ListItemId, 
/**
 * How many information needs.
 */
needs: number, 
/**
 * How many touchpoints.
 */
touchpoints: number, 
/**
 * How many triggers.
 */
triggers: number, 
/**
 * How many stoppers.
 */
stoppers: number, };

/**
 * What is known of a persona in a phase.
 */
export type InsightKind = "need" | "touchpoint" | "trigger" | "stopper";

/**
 * Judges leads of a period by the version in force now, also those that were judged before.
 */
export type JudgeLeads = { 
/**
 * Only leads that were handed over (where that is not known: came in) on this day or later.
 */
from?: string | null, 
/**
 * Only until this day.
 */
to?: string | null, };

/**
 * What a criterion said to one lead.
 */
export type JudgedCriterion = { 
/**
 * The criterion.
 */
id: ListItemId, 
/**
 * What it does.
 */
role: Role, 
/**
 * It as a sentence.
 */
sentence: string, 
/**
 * What follows from it.
 */
consequence: string, 
/**
 * The field it looks at.
 */
field: FieldName, 
/**
 * What the field is called.
 */
label: string, 
/**
 * What was found there; nothing when it is not known.
 */
found: string | null, 
/**
 * Whether the lead meets it; nothing when that cannot be told.
 */
met: boolean | null, };

/**
 * A verdict on a lead, and why.
 */
export type JudgedLead = { 
/**
 * What the definition says of it.
 */
verdict: Verdict, 
/**
 * Why, in a sentence.
 */
because: string, 
/**
 * The points it has, where points count.
 */
points: number | null, 
/**
 * The points it needs, where points count.
 */
threshold: number | null, 
/**
 * What is asked and not known, by the fields' names.
 */
missing: Array<string>, 
/**
 * What each criterion said.
 */
criteria: Array<JudgedCriterion>, };

/**
 * What a lead was by a version of the definition.
 */
export type Judgement = { 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * Why, in a sentence.
 */
because: string, 
/**
 * The version that was in force.
 */
version: number, 
/**
 * When it was judged.
 */
judged_at: string, };

/**
 * How often one side kept what it promised this year, of what was due.
 */
export type KeptBySide = { 
/**
 * The side.
 */
side: Side, 
/**
 * Kept on time.
 */
kept: number, 
/**
 * Of so many that were due.
 */
due: number, };

/**
 * Who approved a piece.
 */
export type KitApproval = { 
/**
 * For which side.
 */
side: Side, 
/**
 * Their name.
 */
name: string, 
/**
 * On which day.
 */
on: string, };

/**
 * A cell of the content matrix in a field kit.
 */
export type KitCell = { 
/**
 * The persona.
 */
persona: string, 
/**
 * The phase.
 */
phase: string, 
/**
 * How far it is covered.
 */
coverage: Coverage, 
/**
 * What they want to know.
 */
needs: Array<string>, 
/**
 * The pieces that are made for it.
 */
pieces: Array<PieceId>, };

/**
 * The file of a piece in a field kit.
 */
export type KitFile = { 
/**
 * Where it lies in the kit.
 */
path: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What whoever opens it has to know; empty where nothing is to be said.
 */
note: string, };

/**
 * A page of a piece, as text.
 */
export type KitPage = { 
/**
 * Which page it is, from 1.
 */
number: number, 
/**
 * Its text.
 */
text: string, 
/**
 * What is written beside it.
 */
notes: string, };

/**
 * A piece in a field kit.
 */
export type KitPiece = { 
/**
 * The piece.
 */
id: PieceId, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is made for.
 */
kind: PieceKind, 
/**
 * What that is called.
 */
kind_name: string, 
/**
 * Its language.
 */
language: string | null, 
/**
 * Words under which it is found.
 */
tags: Array<string>, 
/**
 * What else is to be said about it.
 */
notes: string, 
/**
 * The personas it is made for.
 */
personas: Array<string>, 
/**
 * The buying phases it is made for.
 */
phases: Array<string>, 
/**
 * The needs it answers, in the buyers' words.
 */
needs: Array<string>, 
/**
 * The address, where it is a link; else empty.
 */
link: string, 
/**
 * The file; nothing where it is a link.
 */
file: KitFile | null, 
/**
 * Where its small picture lies in the kit.
 */
picture: string | null, 
/**
 * The first words of its text.
 */
opening: string, 
/**
 * Who approved it.
 */
approved: Array<KitApproval>, 
/**
 * The last day on which it is current.
 */
review_by: string | null, 
/**
 * Its text, page by page.
 */
pages: Array<KitPage>, };

/**
 * What the records will lack.
 */
export type Lack = { 
/**
 * The fields of which one would do.
 */
fields: Array<Field>, 
/**
 * Whether the file cannot be taken in before one of them is given.
 */
stops: boolean, 
/**
 * What follows, in words.
 */
why: string, };

/**
 * The walk-through that one goes on from.
 */
export type LastTime = { 
/**
 * Which.
 */
id: WalkThroughId, 
/**
 * On which day it was.
 */
held_on: string, 
/**
 * What was to be mended then, and what became of it.
 */
fixes: Array<FixLine>, 
/**
 * How those fixes were kept.
 */
kept: FixesKept, 
/**
 * The steps of then that there are no more, by their names.
 */
dropped: Array<string>, };

/**
 * A lead. What is not known is nothing.
 */
export type Lead = { 
/**
 * Names the lead.
 */
id: LeadId, 
/**
 * The file that brought it.
 */
import: ImportId, 
/**
 * Its id in the CRM.
 */
external_id: string | null, 
/**
 * The person, or what the inquiry is about.
 */
name: string | null, 
/**
 * The person's address.
 */
email: string | null, 
/**
 * Where the person works.
 */
company: string | null, 
/**
 * What the person does there.
 */
title: string | null, 
/**
 * The person's number.
 */
phone: string | null, 
/**
 * The original channel.
 */
source: string | null, 
/**
 * The specific effort that brought it.
 */
campaign: string | null, 
/**
 * Who looks after it.
 */
owner: string | null, 
/**
 * The day it came in.
 */
created_on: string | null, 
/**
 * The day marketing gave it to sales.
 */
handed_over_on: string | null, 
/**
 * The day a person first got in touch.
 */
first_touch_on: string | null, 
/**
 * How often somebody got in touch.
 */
touches: number | null, 
/**
 * How far sales has come with it.
 */
stage: LeadStage | null, 
/**
 * The file's word for that.
 */
stage_said: string | null, 
/**
 * What sales said to it.
 */
accepted: Acceptance | null, 
/**
 * The day sales said so.
 */
decided_on: string | null, 
/**
 * Why it went no further.
 */
reason: Reason | null, 
/**
 * The file's word for that.
 */
reason_said: string | null, 
/**
 * What somebody added in free words to why it went no further.
 */
reason_note: string | null, 
/**
 * When a recycled lead is looked at again.
 */
wake_up_on: string | null, 
/**
 * The id of the opportunity that it became, in the CRM.
 */
opportunity_said: string | null, 
/**
 * What the file said in columns of its own.
 */
attributes: Record<string, string | number | boolean>, };

/**
 * Lists what leads can be filtered by, each with its number of leads.
 */
export type LeadChoices = Record<symbol, never>;

/**
 * What leads can be filtered by.
 */
export type LeadChoicesView = { 
/**
 * How many leads there are.
 */
leads: number, 
/**
 * Sources, those with the most leads first; the thousand most frequent.
 */
sources: Array<NameCount>, 
/**
 * Campaigns, in the same way.
 */
campaigns: Array<NameCount>, 
/**
 * Owners, in the same way.
 */
owners: Array<NameCount>, 
/**
 * Stages that leads are in.
 */
stages: Array<TermCount<LeadStage>>, 
/**
 * Where leads stand.
 */
states: Array<TermCount<LeadState>>, 
/**
 * What sales said.
 */
decisions: Array<TermCount<Acceptance>>, 
/**
 * Reasons that leads went no further.
 */
reasons: Array<TermCount<Reason>>, 
/**
 * What became of the opportunities; a lead with several is counted for each.
 */
outcomes: Array<TermCount<Outcome>>, 
/**
 * The imports that brought leads, the latest first.
 */
imports: Array<ImportCount>, 
/**
 * Attributes, by name.
 */
attributes: Array<AttributeCount>, };

/**
 * Counts what became of leads, by source, campaign, owner, quarter or any attribute.
 */
export type LeadFunnel = { 
/**
 * `source`, `campaign`, `owner`, `quarter` (in which the lead came in), `opportunity_quarter`, `decision_quarter`,
 * `closing_quarter`, or the name of an attribute.
 */
by: string, 
/**
 * Only from this day on; it is the day of the quarter, and otherwise the day on which the lead came in.
 */
from?: string | null, 
/**
 * Only until this day.
 */
to?: string | null, 
/**
 * In which order; quarters stand in their own.
 */
sort?: FunnelOrder | null, 
/**
 * Whether the order is turned round.
 */
reverse?: boolean | null, 
/**
 * How many rows at most, 500 where nothing is said; those with the fewest leads are left out.
 */
limit?: number | null, };

/**
 * The funnel.
 */
export type LeadFunnelView = { 
/**
 * One row for each, the most leads first or as asked for; quarters in their order.
 */
rows: Array<FunnelRow>, 
/**
 * How many more rows there are, which have the fewest leads.
 */
left_out: number, 
/**
 * All of them together.
 */
all: FunnelRow, 
/**
 * The attributes by which it could be counted.
 */
attributes: Array<string>, 
/**
 * When an untouched lead counts as ignored.
 */
ignored_after: IgnoredAfter, 
/**
 * By which day leads and opportunities are counted, as a sentence.
 */
counted: string, 
/**
 * What is to be known of a period, in sentences: what has no day and is left out of it, and what becomes of costs where it
 * begins or ends within a month.
 */
notes: Array<string>, };

/**
 * Names a lead.
 */
export type LeadId = string;

/**
 * A lead as the ledger shows it.
 */
export type LeadLine = { 
/**
 * Names the lead.
 */
id: LeadId, 
/**
 * Its id in the CRM.
 */
external_id: string | null, 
/**
 * The person, or what the inquiry is about.
 */
name: string | null, 
/**
 * Where the person works.
 */
company: string | null, 
/**
 * The person's address.
 */
email: string | null, 
/**
 * The original channel.
 */
source: string | null, 
/**
 * Who looks after it.
 */
owner: string | null, 
/**
 * The day it came in.
 */
created_on: string | null, 
/**
 * How far sales has come with it.
 */
stage: LeadStage | null, 
/**
 * Where it stands.
 */
state: LeadState, 
/**
 * What sales said to it, or to its opportunity.
 */
decision: Acceptance, 
/**
 * What it was judged to be when it was handed over; nothing when no definition was in force.
 */
verdict: Verdict | null, 
/**
 * Why it went no further.
 */
reason: Reason | null, 
/**
 * The file’s own word for it.
 */
reason_said: string | null, 
/**
 * What somebody added to that.
 */
reason_note: string | null, 
/**
 * How often somebody got in touch.
 */
touches: number | null, 
/**
 * When a recycled lead is looked at again.
 */
wake_up_on: string | null, 
/**
 * The specific effort that brought it.
 */
campaign: string | null, 
/**
 * What became of its opportunities: won when one was, else open when one is, else lost. Nothing where it has none, or no
 * file tells.
 */
outcome: Outcome | null, 
/**
 * What all its opportunities are worth, in minor units.
 */
value: number | null, };

/**
 * In which order leads are listed.
 */
export type LeadOrder = "latest" | "earliest" | "name" | "company" | "source" | "campaign" | "owner" | "stage" | "value";

/**
 * A page of the ledger.
 */
export type LeadPage = { 
/**
 * How many leads there are in all.
 */
total: number, 
/**
 * The leads of this page.
 */
leads: Array<LeadLine>, };

/**
 * How far sales has come with a lead.
 */
export type LeadStage = "new" | "working" | "converted" | "accepted" | "rejected" | "recycled" | "disqualified";

/**
 * Where a lead stands today. Every lead is in exactly one state.
 */
export type LeadState = "unknown" | "untouched" | "working" | "accepted" | "converted" | "won" | "lost" | "rejected" | "disqualified" | "abandoned" | "recycled";

/**
 * A lead and what there is to know of it.
 */
export type LeadView = { 
/**
 * The lead.
 */
lead: Lead, 
/**
 * Where it stands.
 */
state: LeadState, 
/**
 * What sales said to it, or to its opportunity.
 */
decision: Acceptance, 
/**
 * Its opportunities, in the order in which they came in.
 */
opportunities: Array<Opportunity>, 
/**
 * The file that brought it.
 */
import: Import, 
/**
 * What it was by the definition in force when it was handed over; nothing when none was.
 */
judgement: Judgement | null, };

/**
 * Names a view of the ledger that somebody saved.
 */
export type LeadViewId = string;

/**
 * Says what the leads and opportunities tell of a fiscal year, in the numbers of the look back.
 */
export type LeadYear = { 
/**
 * The number of the fiscal year.
 */
year: number, };

/**
 * A fiscal year as the leads tell it.
 */
export type LeadYearView = { 
/**
 * The number of the fiscal year.
 */
year: number, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * Leads handed over in the year; where that day is not known, those that came in.
 */
leads: number | null, 
/**
 * Leads that sales accepted in the year; where that day is not known, of those handed over in it.
 */
accepted: number | null, 
/**
 * Leads handed over in the year that have an opportunity. No export says at which leads the need was confirmed; these
 * are sure.
 */
sql: number | null, 
/**
 * Opportunities created in the year; where that day is not known, closed in it.
 */
opportunities: number | null, 
/**
 * Opportunities won in the year.
 */
won: number | null, 
/**
 * Opportunities lost in the year.
 */
lost: number | null, 
/**
 * The value of what was won in the year, in minor units.
 */
revenue: number | null, 
/**
 * The part of it whose original source is marketing's, in minor units.
 */
sourced_revenue: number | null, 
/**
 * Opportunities won in the year of which no value is known. Where there are any, revenue is not known either.
 */
won_without_value: number, 
/**
 * Opportunities that were won, on a day that no file tells and that may lie in the year. Where there are any, it is not
 * known how many were won in it.
 */
won_without_day: number, 
/**
 * The same of those that were lost.
 */
lost_without_day: number, 
/**
 * Leads of which no day is known; they are counted in no year.
 */
leads_without_day: number, 
/**
 * Opportunities of which no day is known; they are counted in no year.
 */
opportunities_without_day: number, 
/**
 * What was won ÷ number of won opportunities, of those whose value is known, in minor units, not rounded.
 */
average_deal: number | null, 
/**
 * Won ÷ (won + lost), closed in the year.
 */
win_rate: Rate, 
/**
 * The middle number of days from created (where that is not known: from when the lead came in) to closed, of what was
 * won in the year and did not close before it began.
 */
cycle_days: number | null, 
/**
 * The leads handed over in each of the twelve months; empty when there were none.
 */
shape: Array<number>, 
/**
 * Which leads and opportunities are counted, as a sentence.
 */
counted: string, 
/**
 * What is to be known beside the numbers, in sentences: what is counted in no year, and of which part of the year they are.
 */
notes: Array<string>, 
/**
 * Where more came out of a stage than went in, as different leads and opportunities are counted in it, a sentence each.
 */
widenings: Array<string>, 
/**
 * Why a number is missing, by its name.
 */
because: { [key in string]: string }, };

/**
 * What was decided in a review.
 */
export type LearnedDecision = { 
/**
 * The decision.
 */
decision: ReviewDecision, 
/**
 * The review.
 */
review: ReviewId, 
/**
 * What the review is called.
 */
label: string, };

/**
 * What a side wrote in a review.
 */
export type LearnedNote = { 
/**
 * The note.
 */
note: ReviewNote, 
/**
 * The review.
 */
review: ReviewId, 
/**
 * What the review is called: "Q3 FY27".
 */
label: string, 
/**
 * How many votes it was given.
 */
votes: number, };

/**
 * What a year taught.
 */
export type Learnings = { 
/**
 * "FY27".
 */
label: string, 
/**
 * How many reviews were closed.
 */
reviews: number, 
/**
 * The notes, what was voted for most first.
 */
notes: Array<LearnedNote>, 
/**
 * What was decided, in its order.
 */
decisions: Array<LearnedDecision>, };

/**
 * What is left lying on either side, each with the list behind it.
 */
export type LeftLying = { 
/**
 * Leads that came in this year and were lost or ignored: not contacted within the promise, or abandoned. Nothing where no lead
 * was imported.
 */
leads: number | null, 
/**
 * Approved pieces whose review date has passed; nothing where there is no piece.
 */
stale_pieces: number | null, 
/**
 * The first day of the year, by which its leads are listed.
 */
from: string, 
/**
 * Its last day.
 */
to: string, };

/**
 * Says how much room the library takes in the file.
 */
export type LibrarySize = Record<symbol, never>;

/**
 * How much room the library takes, in bytes.
 */
export type LibrarySpace = { 
/**
 * The files that pieces are now.
 */
pieces: number, 
/**
 * Earlier files of pieces.
 */
earlier_versions: number, 
/**
 * Files that are kept only because their removal may be taken back.
 */
removed: number, };

/**
 * How many times as often something happens in one group as in another.
 */
export type Lift = { 
/**
 * The factor: 2 means twice as often.
 */
factor: number | null, 
/**
 * The lower end of its 95 % interval.
 */
low: number | null, 
/**
 * The upper end of its 95 % interval.
 */
high: number | null, 
/**
 * Whether the interval leaves no doubt that one group does better: it does not hold 1.
 */
is_clear: boolean, 
/**
 * Why there is no factor.
 */
why_not: string | null, };

/**
 * Lists the spellings of a field that look like one name, those that were merged before, and those that are kept apart.
 */
export type ListAliases = { 
/**
 * The field whose spellings are listed.
 */
field: SpeltField, };

/**
 * Lists the backups of this workspace, the latest first.
 */
export type ListBackups = Record<symbol, never>;

/**
 * Lists the files that were taken in, the latest first.
 */
export type ListImports = Record<symbol, never>;

/**
 * Names one line of a list: a goal, a criterion, a risk …
 */
export type ListItemId = string;

/**
 * Lists the saved views of the ledger, by name.
 */
export type ListLeadViews = Record<symbol, never>;

/**
 * Lists leads, a page at a time.
 */
export type ListLeads = { 
/**
 * Only of this source; empty for those without one.
 */
source?: string | null, 
/**
 * Only of this campaign; empty for those without one.
 */
campaign?: string | null, 
/**
 * Only in this stage.
 */
stage?: LeadStage | null, 
/**
 * Only those in this state.
 */
state?: LeadState | null, 
/**
 * Only those to which sales said this.
 */
accepted?: Acceptance | null, 
/**
 * Only those that were judged so when they were handed over.
 */
verdict?: Verdict | null, 
/**
 * Only of this owner; empty for those without one.
 */
owner?: string | null, 
/**
 * Only those that this import brought.
 */
import?: ImportId | null, 
/**
 * Only those with all these words, or parts of words, in name, company or e-mail.
 */
text?: string | null, 
/**
 * Only those that went no further for this reason.
 */
reason?: Reason | null, 
/**
 * Only those with an opportunity of which this became.
 */
outcome?: Outcome | null, 
/**
 * Only those that have an opportunity.
 */
converted?: boolean | null, 
/**
 * Only those that were sent back to be nurtured once.
 */
recycled?: boolean | null, 
/**
 * Only recycled ones that wake up on this day or before.
 */
wakes_until?: string | null, 
/**
 * Only those with this value of an attribute.
 */
attribute?: AttributeIs | null, 
/**
 * Only those that came in on this day or later.
 */
from?: string | null, 
/**
 * Only those that came in until this day.
 */
to?: string | null, 
/**
 * Only those of which the day they came in is known, or only those of which it is not.
 */
has_day?: boolean | null, 
/**
 * Only those that were lost or ignored.
 */
lost_or_ignored?: boolean | null, 
/**
 * Only those that were handed over on these days; where that day is not known, those that came in on them.
 */
handed_over?: DaySpan | null, 
/**
 * Only those of which sales decided on these days; where that day is not known, the day of the hand-over counts.
 */
decided?: DaySpan | null, 
/**
 * Only those of which a promise fared so.
 */
promise?: PromiseFared | null, 
/**
 * In which order.
 */
sort?: LeadOrder | null, 
/**
 * Whether it is turned round.
 */
reverse?: boolean | null, 
/**
 * How many to pass over.
 */
offset?: number | null, 
/**
 * How many to list, 100 where nothing is said.
 */
limit?: number | null, };

/**
 * Lists the metrics that a goal can measure, with their formulas.
 */
export type ListMetrics = Record<symbol, never>;

/**
 * Lists the stages that opportunities of this workspace have, the most frequent first: what a phase can take in.
 */
export type ListOpportunityStages = Record<symbol, never>;

/**
 * Lists pieces, or finds them by their words.
 */
export type ListPieces = { 
/**
 * Words that they are to have, in any form; all of them where nothing is said.
 */
text?: string, 
/**
 * Which are wanted.
 */
filter?: PieceFilter, 
/**
 * How many are passed over, from the first.
 */
offset?: number, 
/**
 * How many are told; where nothing is said 60, or 24 of those that were found by their words.
 */
limit?: number, };

/**
 * Lists the plans, the latest year first.
 */
export type ListPlans = Record<symbol, never>;

/**
 * Lists what is asked for: what is owed first, the longest overdue at the top; then what was answered, the latest first.
 */
export type ListRequests = { 
/**
 * Only what is about this piece.
 */
piece?: PieceId, };

/**
 * Lists the reviews of every fiscal year, what comes next, and what is not done.
 */
export type ListReviews = Record<symbol, never>;

/**
 * Lists the lead sources, and says which are marketing's.
 */
export type ListSources = Record<symbol, never>;

/**
 * Lists the templates with which a definition can begin.
 */
export type ListTemplates = Record<symbol, never>;

/**
 * Lists uses, the latest first: of one piece, or those whose seller has not said yet how they went.
 */
export type ListUses = { 
/**
 * The piece.
 */
piece?: PieceId, 
/**
 * Whether only those are wanted that nobody has rated.
 */
unrated?: boolean, };

/**
 * Lists the walk-throughs, the latest first, and what is still to be mended after any of them.
 */
export type ListWalkThroughs = Record<symbol, never>;

/**
 * Last year's numbers: the funnel's counts, the money and the time.
 */
export type LookBack = { 
/**
 * The plan's id: a plan has one look back.
 */
id: PlanId, 
/**
 * Leads handed over by marketing (MQL).
 */
leads: number | null, 
/**
 * Leads that sales accepted (SAL).
 */
accepted: number | null, 
/**
 * Leads whose need was confirmed (SQL).
 */
sql: number | null, 
/**
 * Opportunities created.
 */
opportunities: number | null, 
/**
 * Opportunities won.
 */
won: number | null, 
/**
 * Opportunities lost.
 */
lost: number | null, 
/**
 * Value of what was won.
 */
revenue: number | null, 
/**
 * Value of what was won and first came from marketing.
 */
sourced_revenue: number | null, 
/**
 * Median days from created to closed, won only.
 */
cycle_days: number | null, 
/**
 * How last year spread over its twelve months (twelve weights, leads or revenue), or empty.
 */
shape: Array<number>, 
/**
 * Where these numbers come from.
 */
source: string, };

/**
 * A line of figures worked out of last year's numbers.
 */
export type LookBackFigure = { 
/**
 * A stable name: `win_rate`, `average_deal`, `accepted_of_leads` …
 */
key: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * The formula in words.
 */
formula: string, 
/**
 * In what it is counted; `value` is in its smallest step (basis points, minor units), unrounded.
 */
unit: Unit, 
/**
 * The number.
 */
figure: Figure, 
/**
 * Out of how many, for a rate.
 */
n: number | null, 
/**
 * Whether the counts are not linked record by record, so that this is a period ratio and no cohort conversion.
 */
period_ratio: boolean, };

/**
 * The look back, complete.
 */
export type LookBackView = { 
/**
 * What was typed.
 */
numbers: LookBack, 
/**
 * What follows from it.
 */
figures: Array<LookBackFigure>, 
/**
 * Where last year's funnel widens downwards, a sentence each: there its counts give no rate.
 */
widenings: Array<string>, 
/**
 * Why nothing can be split as last year spread over its months, or nothing.
 */
season_problem: string | null, 
/**
 * What each side was measured on.
 */
measures: Array<MeasureView>, 
/**
 * The points that whoever is at the keyboard may see.
 */
points: Array<RetroNote>, 
/**
 * How far the silent writing has come.
 */
silent: SilentView, };

/**
 * Counts the leads that were lost or ignored, by source, campaign, owner, quarter or any attribute.
 */
export type LostOrIgnored = { 
/**
 * As for the funnel.
 */
by: string, 
/**
 * Only from this day on.
 */
from?: string | null, 
/**
 * Only until this day.
 */
to?: string | null, 
/**
 * As for the funnel.
 */
limit?: number | null, };

/**
 * How many leads of one group were lost or ignored.
 */
export type LostRow = { 
/**
 * What it is the row of; nothing for what is missing it.
 */
name: string | null, 
/**
 * The days of a quarter; nothing for all else.
 */
days: Days | null, 
/**
 * Leads.
 */
leads: number, 
/**
 * Leads that nobody touched; nothing where no file tells.
 */
untouched: number | null, 
/**
 * Those of them that were to be contacted by now; nothing where no file tells.
 */
untouched_overdue: number | null, 
/**
 * Leads that were abandoned without a decision; nothing where no file tells.
 */
abandoned: number | null, 
/**
 * Abandoned, or untouched past the promise, of all leads.
 */
lost_or_ignored: Rate, };

/**
 * What was lost or ignored.
 */
export type LostView = { 
/**
 * One row for each, the most lost leads first.
 */
rows: Array<LostRow>, 
/**
 * All of them together.
 */
all: LostRow, 
/**
 * When an untouched lead counts as ignored.
 */
ignored_after: IgnoredAfter, };

/**
 * What somebody says of a file before it is taken in.
 */
export type MappingEdit = { "about": "kind", 
/**
 * Leads or opportunities.
 */
kind: RecordKind, } | { "about": "column", 
/**
 * The name of the column, as the file has it.
 */
column: string, 
/**
 * The field that it becomes; or that it keeps its own name, or is left out.
 */
becomes: Use, } | { "about": "days", 
/**
 * The name of the column, as the file has it.
 */
column: string, 
/**
 * The order in which year, month and day stand.
 */
order: "ymd" | "dmy" | "mdy", } | { "about": "swapped", 
/**
 * The column's name.
 */
column: string, 
/**
 * Whether they are.
 */
swap: boolean, } | { "about": "decimal", 
/**
 * The mark, a point or a comma.
 */
mark: "." | ",", } | { "about": "currency", 
/**
 * Its ISO 4217 code, or the sign that the file has.
 */
code: string, } | { "about": "meanings", 
/**
 * The column's name.
 */
column: string, } | { "about": "value", 
/**
 * The field that its column becomes.
 */
field: Field, 
/**
 * The value, as it stands in the file.
 */
value: string, 
/**
 * The term; nothing leaves it as it was proposed.
 */
term: Term | null, 
/**
 * Whether it says that there is none.
 */
says_nothing: boolean, };

/**
 * Decides whether pieces are required in a cell, or for a need in it. Not required, it says why.
 */
export type MarkMatrix = { 
/**
 * The persona.
 */
persona: ListItemId, 
/**
 * The phase.
 */
phase: ListItemId, 
/**
 * The need; the whole cell where nothing is said.
 */
need?: ListItemId, 
/**
 * Whether pieces are required.
 */
is_required: boolean, 
/**
 * Why none is.
 */
because?: string, };

/**
 * The marks of both sides on one thing, side by side.
 */
export type MarkPair = { 
/**
 * The id of a goal, or the word of a statement of the pulse.
 */
about: string, 
/**
 * What is marked, as sales reads it.
 */
to_sales: string, 
/**
 * What is marked, as marketing reads it.
 */
to_marketing: string, 
/**
 * The mark of sales; hidden from the other side until both are revealed.
 */
sales: number | null, 
/**
 * The mark of marketing; likewise.
 */
marketing: number | null, 
/**
 * Whether it is one of the pulse.
 */
is_pulse: boolean, };

/**
 * Lists what two or more personas have in common (P45): of one kind and in the same words, however they are written. What
 * most of them share comes first.
 */
export type MarketInCommon = Record<symbol, never>;

/**
 * One persona in one phase.
 */
export type MatrixCell = { 
/**
 * The persona.
 */
persona: ListItemId, 
/**
 * The phase.
 */
phase: ListItemId, 
/**
 * How far it is covered.
 */
coverage: Coverage, 
/**
 * Whether pieces are required here: because somebody decided so, or because a need is known.
 */
is_required: boolean, 
/**
 * Whether somebody decided so.
 */
is_decided: boolean, 
/**
 * Why no piece is needed; empty where that was not decided.
 */
not_needed_because: string, 
/**
 * What they need to know.
 */
needs: Array<MatrixNeed>, 
/**
 * How many of these needs want a piece.
 */
wanted: number, 
/**
 * How many of those have one.
 */
answered: number, 
/**
 * What moves them on.
 */
triggers: Array<string>, 
/**
 * What holds them back.
 */
stoppers: Array<string>, 
/**
 * The pieces in use that are made for this persona in this phase, or answer one of the needs, by title: as many as were asked
 * for.
 */
pieces: Array<MatrixPiece>, 
/**
 * How many of those there are in all.
 */
pieces_in_all: number, 
/**
 * What the uses with this persona in this phase come to, whatever the piece.
 */
usage: Usage, 
/**
 * The open leads that sit here.
 */
open: OpenLeads, 
/**
 * How many pieces are asked for here, and not answered yet.
 */
requested: number, };

/**
 * A persona or a phase at the edge of the matrix.
 */
export type MatrixHeading = { 
/**
 * Its id.
 */
id: ListItemId, 
/**
 * What it is called.
 */
name: string, };

/**
 * What was decided of a cell of the matrix, or of one need in it.
 */
export type MatrixMark = { 
/**
 * Names it: it follows from what it is about.
 */
id: MatrixMarkId, 
/**
 * The persona.
 */
persona: ListItemId, 
/**
 * The phase.
 */
phase: ListItemId, 
/**
 * The need; nothing where it is about the whole cell.
 */
need: ListItemId | null, 
/**
 * Whether pieces are required here.
 */
is_required: boolean, 
/**
 * Why none is needed; empty where one is.
 */
not_needed_because: string, };

/**
 * Names what was decided of a cell of the content matrix, or of a need in it.
 */
export type MatrixMarkId = string;

/**
 * An information need in a cell, and what answers it.
 */
export type MatrixNeed = { 
/**
 * The need.
 */
id: ListItemId, 
/**
 * In the buyer's words.
 */
text: string, 
/**
 * The pieces in use that answer it, by title: as many as were asked for.
 */
answered_by: Array<PieceId>, 
/**
 * How many pieces in use answer it in all.
 */
answered_by_in_all: number, 
/**
 * Pieces that would answer it, if they were approved and current: as many as were asked for.
 */
waiting: Array<PieceId>, 
/**
 * How many of those there are in all.
 */
waiting_in_all: number, 
/**
 * Why it needs no piece; empty where it does.
 */
not_needed_because: string, };

/**
 * A piece in a cell.
 */
export type MatrixPiece = { 
/**
 * The piece.
 */
id: PieceId, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is made for.
 */
kind: PieceKind, 
/**
 * Since when both sides have approved it.
 */
approved_on: string | null, 
/**
 * The last day on which it is current.
 */
review_by: string | null, 
/**
 * What its uses come to, with everybody and in all phases.
 */
usage: Usage, };

/**
 * A mean of marks from 1 to 5.
 */
export type MeanMark = { 
/**
 * The mean, in hundredths of a mark, rounded half up.
 */
hundredths: number, 
/**
 * Of how many uses it is.
 */
n: number, 
/**
 * Whether so few say little: fewer than [`SMALL`].
 */
small: boolean, };

/**
 * What one side was measured on last year.
 */
export type Measure = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * The side that was measured.
 */
side: Side, 
/**
 * What was measured.
 */
name: string, 
/**
 * The unit in which target and actual count.
 */
unit: Unit, 
/**
 * Which way was better.
 */
direction: Direction, 
/**
 * What was aimed at, in the unit's smallest step.
 */
target: number | null, 
/**
 * What came of it, in the unit's smallest step.
 */
actual: number | null, };

/**
 * A measure and how far it was met.
 */
export type MeasureView = { 
/**
 * The line.
 */
measure: Measure, 
/**
 * Actual − target, in the unit's smallest step.
 */
difference: number | null, 
/**
 * Actual ÷ target, in basis points.
 */
reached: number | null, 
/**
 * Whether the target was met; nothing when either number is missing.
 */
met: boolean | null, };

/**
 * A rate with the range in which the true one lies, as far as so many records can tell.
 */
export type Measured = { 
/**
 * The rate.
 */
rate: Rate, 
/**
 * The lower end in basis points; nothing when there are none.
 */
low: number | null, 
/**
 * The upper end in basis points; nothing when there are none.
 */
high: number | null, };

/**
 * How much was changed.
 */
export type Mended = { 
/**
 * Leads that changed.
 */
leads: number, 
/**
 * Opportunities that changed.
 */
opportunities: number, 
/**
 * Costs that changed.
 */
costs: number, };

/**
 * Writes several spellings as one, in leads, opportunities and costs; later files are read the same way.
 */
export type MergeAliases = { 
/**
 * The field in which they are written.
 */
field: SpeltField, 
/**
 * The spellings, each exactly as it stands.
 */
spellings: Array<string>, 
/**
 * How all of them are written from now on.
 */
into: string, };

/**
 * Makes one piece of two that are one: the other's files, uses and requests become this one's, and what both are made for.
 */
export type MergePieces = { 
/**
 * The piece that stays, with its title, its type and its owner.
 */
into: PieceId, 
/**
 * The piece that goes.
 */
from: PieceId, };

/**
 * What a goal measures: one of the list, or the plan's own metric with its formula written out.
 */
export type Metric = "qualified_leads" | "accepted_value" | "marketing_leads" | "sales_qualified_leads" | "opportunities" | "won_deals" | "revenue" | "sourced_revenue" | "influenced_revenue" | "acceptance_rate" | "mql_to_sql" | "win_rate" | "average_deal" | "cycle_days" | "pipeline_coverage" | "speed_to_lead" | "lost_or_ignored" | "feedback_rate" | "cost_per_qualified_lead" | "customer_retention" | "customer_satisfaction" | "customers_on_time" | "customer_references" | "renewal_revenue" | "own";

/**
 * What there is to know about a metric.
 */
export type MetricEntry = { 
/**
 * The metric.
 */
metric: Metric, 
/**
 * Its name.
 */
name: string, 
/**
 * In what it is counted.
 */
unit: Unit, 
/**
 * Which way it should move.
 */
direction: Direction, 
/**
 * The formula in words.
 */
formula: string, 
/**
 * Where the number comes from.
 */
source: string, 
/**
 * Whether the months add up to the year; a rate or a number of days does not.
 */
adds_up: boolean, 
/**
 * Whether it says something about the customer, not about us.
 */
about_customer: boolean, 
/**
 * The side that has been measured on it until now, where it is one.
 */
usual_side: Side | null, };

/**
 * Something that stands between the draft and a proposal.
 */
export type Missing = { 
/**
 * The section in which it can be mended.
 */
section: Section, 
/**
 * The line it is about, where it is about one.
 */
line: string | null, 
/**
 * What is missing.
 */
message: string, };

/**
 *Moves one action to another place in its list.
 */
export type MoveActionItem = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one agenda item to another place in its list.
 */
export type MoveAgendaItem = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one buying phase to another place in its list.
 */
export type MoveBuyingPhase = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one criterion to another place in its list.
 */
export type MoveCriterion = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one decision to another place in its list.
 */
export type MoveDecision = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one worked example to another place in its list.
 */
export type MoveExample = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one fix to another place in its list.
 */
export type MoveFix = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one goal to another place in its list.
 */
export type MoveGoal = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one initiative to another place in its list.
 */
export type MoveInitiative = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one insight to another place in its list.
 */
export type MoveInsight = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one measure to another place in its list.
 */
export type MoveMeasure = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one line of what we will not do to another place in its list.
 */
export type MoveOutOfScope = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one parked thought to another place in its list.
 */
export type MoveParkedItem = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one persona to another place in its list.
 */
export type MovePersona = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one promise to another place in its list.
 */
export type MovePromise = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one responsibility to another place in its list.
 */
export type MoveResponsibility = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one look-back point to another place in its list.
 */
export type MoveRetroNote = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one action to another place in its list.
 */
export type MoveReviewAction = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one decision to another place in its list.
 */
export type MoveReviewDecision = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one note to another place in its list.
 */
export type MoveReviewNote = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one parked item to another place in its list.
 */
export type MoveReviewParked = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one risk to another place in its list.
 */
export type MoveRisk = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one segment to another place in its list.
 */
export type MoveSegment = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one trigger or walk-away point to another place in its list.
 */
export type MoveSignal = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one target account to another place in its list.
 */
export type MoveTargetAccount = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 *Moves one step to another place in its list.
 */
export type MoveWalkStep = { 
/**
 * The item.
 */
id: ListItemId, 
/**
 * The item behind which it goes, or nothing for the first place.
 */
after: ListItemId | null, };

/**
 * What became of a deal within the days that count, as imports tell it.
 */
export type Movement = "on" | "back" | "lost" | "stayed" | "open" | "unclear";

/**
 * A name that leads have, and how many have it.
 */
export type NameCount = { 
/**
 * The name; nothing for the leads without one.
 */
name: string | null, 
/**
 * How many leads.
 */
leads: number, };

/**
 * A piece as a step or a fix names it.
 */
export type NamedPiece = { 
/**
 * The piece.
 */
id: PieceId, 
/**
 * What it is called.
 */
title: string, 
/**
 * Where it stands.
 */
state: PieceState, 
/**
 * Whether the day by which somebody should have looked at it has passed.
 */
is_stale: boolean, 
/**
 * Whether somebody made it for themselves.
 */
is_home_made: boolean, };

/**
 * What becomes of a note.
 */
export type NoteFate = "new" | "known" | "refused";

/**
 * A note, as it is shown before slips are imported.
 */
export type NoteLine = { 
/**
 * What becomes of it.
 */
fate: NoteFate, 
/**
 * What it says, in one sentence; empty where it cannot be read.
 */
words: string, 
/**
 * Why it is refused; else empty.
 */
reason: string, };

/**
 * A field on which a criterion may rest.
 */
export type OfferedField = { 
/**
 * The field.
 */
field: FieldName, 
/**
 * What it is called.
 */
label: string, 
/**
 * Whether it is a column of the company's own.
 */
is_own: boolean, 
/**
 * What stands in it.
 */
kind: FieldKind, 
/**
 * In how many of the leads it is filled in.
 */
filled: Rate, 
/**
 * The most frequent values, where words stand in it.
 */
values: Array<FieldValue>, 
/**
 * The lowest number.
 */
low: number | null, 
/**
 * The highest number.
 */
high: number | null, 
/**
 * Why it should not be trusted; nothing when it may.
 */
warning: string | null, };

/**
 * Opens the buying cycle; nothing while none was begun.
 */
export type OpenBuyingCycle = Record<symbol, never>;

/**
 * Shows the content matrix; nothing while the buying cycle has not begun.
 */
export type OpenContentMatrix = { 
/**
 * So many pieces are named in each cell and for each need, by title, with how many there are; all where nothing is said.
 */
at_most?: number, };

/**
 * Opens the page of the definition: the draft, or the frozen text of a version; nothing while none was begun.
 */
export type OpenDefinition = { 
/**
 * The version, or nothing for the draft.
 */
version?: number, };

/**
 * Shows what an entry changed, field by field.
 */
export type OpenEntry = { 
/**
 * The entry.
 */
entry: EntryId, };

/**
 * Opens one lead with its opportunities and the file that brought it.
 */
export type OpenLead = { 
/**
 * The lead.
 */
id: LeadId, };

/**
 * Open leads, and the open opportunities of theirs.
 */
export type OpenLeads = { 
/**
 * How many open leads.
 */
leads: number, 
/**
 * How many open opportunities.
 */
opportunities: number, 
/**
 * What these are worth, in minor units: those whose value is known. Nothing where it is more than can be counted.
 */
value: number | null, 
/**
 * How many of these opportunities have no value.
 */
without_value: number, };

/**
 * Shows one cell of the content matrix with all its pieces; nothing where persona or phase is not there any more.
 */
export type OpenMatrixCell = { 
/**
 * The persona.
 */
persona: ListItemId, 
/**
 * The phase.
 */
phase: ListItemId, };

/**
 * Opens one piece.
 */
export type OpenPiece = { 
/**
 * The piece.
 */
id: PieceId, };

/**
 * Opens the page of a plan: the draft, or the frozen text of a version.
 */
export type OpenPlan = { 
/**
 * The fiscal year.
 */
year: number, 
/**
 * The version, or nothing for the draft.
 */
version?: number, };

/**
 * Opens a review: its worksheet, what both wrote as far as they may see it, what was decided and agreed.
 */
export type OpenReview = { 
/**
 * Which.
 */
id: ReviewId, };

/**
 * Shows what a send pack of some pieces would hold.
 */
export type OpenSendPack = { 
/**
 * The pieces, in the order in which the cover sheet lists them.
 */
pieces: Array<PieceId>, };

/**
 * Opens a walk-through: its steps beside those of the last one, what is to be mended, and what became of what was to be mended
 * the last time.
 */
export type OpenWalkThrough = { 
/**
 * Which.
 */
id: WalkThroughId, };

/**
 * An opportunity. What is not known is nothing.
 */
export type Opportunity = { 
/**
 * Names the opportunity.
 */
id: OpportunityId, 
/**
 * The file that brought it.
 */
import: ImportId, 
/**
 * The lead it came from.
 */
lead: LeadId | null, 
/**
 * The lead whose row in a file told of it.
 */
carried_by: LeadId | null, 
/**
 * Its id in the CRM.
 */
external_id: string | null, 
/**
 * The id of its lead, in the CRM.
 */
lead_said: string | null, 
/**
 * The contact's address.
 */
email: string | null, 
/**
 * What it is called.
 */
name: string | null, 
/**
 * Who may buy.
 */
company: string | null, 
/**
 * Who looks after it.
 */
owner: string | null, 
/**
 * The original channel.
 */
source: string | null, 
/**
 * The specific effort that brought it.
 */
campaign: string | null, 
/**
 * The day it became an opportunity.
 */
created_on: string | null, 
/**
 * The day it was won or lost.
 */
closed_on: string | null, 
/**
 * The file's word for where it stands.
 */
stage_said: string | null, 
/**
 * What became of it.
 */
outcome: Outcome | null, 
/**
 * What it is worth, in minor units.
 */
value: number | null, 
/**
 * What sales said to its lead.
 */
accepted: Acceptance | null, 
/**
 * The day sales said so.
 */
decided_on: string | null, 
/**
 * Why it was lost.
 */
lost_reason: string | null, 
/**
 * What the file said in columns of its own.
 */
attributes: Record<string, string | number | boolean>, };

/**
 * Names an opportunity.
 */
export type OpportunityId = string;

/**
 * A stage that opportunities of this workspace have.
 */
export type OpportunityStage = { 
/**
 * In the file's own words.
 */
stage: string, 
/**
 * How many opportunities have it.
 */
opportunities: number, };

/**
 * Something we agree *not* to do this year.
 */
export type OutOfScope = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * What we leave.
 */
name: string, 
/**
 * Why we leave it.
 */
why: string, };

/**
 * What became of an opportunity.
 */
export type Outcome = "open" | "won" | "lost";

/**
 * Open leads that sit in no cell.
 */
export type OutsideMatrix = { 
/**
 * Those whose persona or phase cannot be told.
 */
open: OpenLeads, 
/**
 * Job titles that tell of no persona, the most frequent first, 20 at most.
 */
titles: Array<UnmatchedWord>, 
/**
 * Stages that belong to no phase, the most frequent first, 20 at most.
 */
stages: Array<UnmatchedWord>, 
/**
 * Open opportunities that came from no known lead, so that nobody's title is known.
 */
without_lead: number, };

/**
 * A piece in a send pack.
 */
export type PackItem = { 
/**
 * The piece.
 */
id: PieceId, 
/**
 * What it is called.
 */
title: string, 
/**
 * What the thing is called that it is made for: “Datasheet”.
 */
kind_name: string, 
/**
 * The address, where it is a link; else empty.
 */
link: string, 
/**
 * What its file is called in the pack; empty where it is a link.
 */
name: string, 
/**
 * How many pages it has; none where nobody could count them.
 */
pages: number, 
/**
 * How many bytes its file has.
 */
size: number, 
/**
 * Why it does not go without asking; empty where both sides approved it and it is current.
 */
not_ready: string, 
/**
 * Whether its type is one that is written for our own people: a battlecard, a demo script.
 */
is_for_ourselves: boolean, 
/**
 * Whether it goes in no case: it is retired.
 */
is_retired: boolean, };

/**
 * A page that changed, came or went.
 */
export type PageChange = { 
/**
 * Which page it was, from 1; nothing where it is new.
 */
before: number | null, 
/**
 * Which page it is, from 1; nothing where it is gone.
 */
after: number | null, 
/**
 * How many words came.
 */
added: number, 
/**
 * How many words went.
 */
removed: number, 
/**
 * Whether it is too long to be compared word by word: then all its words went, and all came.
 */
is_whole: boolean, 
/**
 * The words, with some around each change; none behind the first pages that changed.
 */
parts: Array<TextPart>, };

/**
 * A thought put aside during the session, to come back to.
 */
export type ParkedItem = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * The place in the list.
 */
rank: string, 
/**
 * The section in which it came up.
 */
section: Section, 
/**
 * The thought.
 */
name: string, 
/**
 * Whether it was dealt with.
 */
settled: boolean, };

/**
 * Something parked that was not dealt with.
 */
export type ParkedLine = { 
/**
 * Which.
 */
id: ListItemId, 
/**
 * The thought.
 */
name: string, 
/**
 * The review in which it was parked.
 */
parked_in: string, 
/**
 * How many reviews were closed since.
 */
carried_over: number, };

/**
 * What became of some words.
 */
export type PartFate = "same" | "added" | "removed";

/**
 * Where the words stand in a file.
 */
export type Passage = { 
/**
 * The page, slide or sheet, from 1.
 */
page: number, 
/**
 * Whether it stands in the notes beside it.
 */
in_notes: boolean, 
/**
 * The passage, in parts.
 */
parts: Array<PassagePart>, };

/**
 * A part of a passage.
 */
export type PassagePart = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is what was looked for.
 */
is_match: boolean, };

/**
 * Takes in a pasted table of what a side was measured on: name, target, actual.
 */
export type PasteMeasures = { 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * The side that was measured.
 */
side: Side, 
/**
 * The rows, with tabs between the cells.
 */
text: string, };

/**
 * Takes in pasted numbers of last year: in each row a name ("Leads", "Won deals", "Revenue" …) and its number.
 */
export type PasteNumbers = { 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * The rows, with tabs between the cells.
 */
text: string, };

/**
 * What one row of a pasted table says.
 */
export type PastedRow = { 
/**
 * Which row of the table it is; the first is 1.
 */
row: number, 
/**
 * What stands in its first column.
 */
name: string, 
/**
 * What stands in its other columns.
 */
cells: Array<string>, 
/**
 * The values that go in; none when the row is left out.
 */
values: Array<PastedValue>, 
/**
 * Whether it only names the columns.
 */
is_heading: boolean, 
/**
 * What of it is left out and why; nothing when all of it goes in.
 */
left: string | null, };

/**
 * What a pasted table says, row by row, before it is taken in.
 */
export type PastedTable = { 
/**
 * Its rows, as they stand there.
 */
rows: Array<PastedRow>, 
/**
 * What is worth knowing of the table as a whole.
 */
notes: Array<string>, };

/**
 * A value that was understood, and where it goes.
 */
export type PastedValue = { 
/**
 * The field it goes into: `leads`, `revenue`; `target` and `actual` of a measure.
 */
into: string, 
/**
 * In what it is counted.
 */
unit: Unit, 
/**
 * The value, in the smallest step of the unit.
 */
value: number, };

/**
 * Lists the people by their place in the list, and who is at the keyboard.
 */
export type People = Record<symbol, never>;

/**
 * The people, and who is at the keyboard.
 */
export type PeopleView = { 
/**
 * Everybody.
 */
people: Array<Person>, 
/**
 * Who is at the keyboard, if somebody said so.
 */
here: PersonId | null, };

/**
 * A part of the year and what falls to it.
 */
export type Period = { 
/**
 * "Q1 FY27" for a quarter; empty for a month, which is written by its first day.
 */
label: string, 
/**
 * Its first day.
 */
first_day: string, 
/**
 * The target of this part, in the unit's smallest step.
 */
target: number, };

/**
 * A person who takes part.
 */
export type Person = { 
/**
 * Names the person.
 */
id: PersonId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * The full name.
 */
name: string, 
/**
 * The role, "VP Sales".
 */
role: string, 
/**
 * The side to which the person belongs: sales, marketing or leadership.
 */
side: Side, 
/**
 * Whether the person has left; what they signed and own stays readable.
 */
has_left: boolean, };

/**
 * Names a person.
 */
export type PersonId = string;

/**
 * A persona: somebody who takes part in a purchase, as we know them from many customers.
 */
export type Persona = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The buying cycle it belongs to.
 */
buying_cycle: BuyingCycleId, 
/**
 * Its place.
 */
rank: string, 
/**
 * What we call them.
 */
name: string, 
/**
 * Their part in the purchase.
 */
role: string, 
/**
 * What they want to achieve.
 */
goals: string, 
/**
 * What troubles them.
 */
pains: string, 
/**
 * What convinces them.
 */
convinced_by: string, 
/**
 * What they object.
 */
objections: string, 
/**
 * The words in a job title that make somebody this persona.
 */
title_words: Array<string>, };

/**
 * A piece of collateral.
 */
export type Piece = { 
/**
 * Names it.
 */
id: PieceId, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is made for.
 */
kind: PieceKind, 
/**
 * The address at which it stands, where it is a link; else empty.
 */
link: string, 
/**
 * Its language, as two or three small letters ("de").
 */
language: string | null, 
/**
 * Who looks after it.
 */
owner: PersonId | null, 
/**
 * The last day on which it is current; behind it, it is stale until somebody has looked at it.
 */
review_by: string | null, 
/**
 * The personas it is made for.
 */
personas: Array<ListItemId>, 
/**
 * The buying phases it is made for.
 */
phases: Array<ListItemId>, 
/**
 * The information needs that it answers.
 */
needs: Array<ListItemId>, 
/**
 * Words under which it is found.
 */
tags: Array<string>, 
/**
 * What else is to be said about it.
 */
notes: string, 
/**
 * The fields that were proposed by what stands in the file, and that nobody has confirmed.
 */
proposed: Array<string>, 
/**
 * Why it was sent back when it was last looked at for approval; empty where it was not.
 */
sent_back: string, 
/**
 * Since when it is retired; nothing where it is not.
 */
retired_on: string | null, 
/**
 * Why it is.
 */
retired_because: string, 
/**
 * The piece that takes its place.
 */
successor: PieceId | null, 
/**
 * When it was added.
 */
created_at: string, 
/**
 * Whether somebody made it for themselves, beside what the library offers.
 */
is_home_made: boolean, 
/**
 * The piece from which it was cut down.
 */
origin: PieceId | null, 
/**
 * The pages of that piece that it has, from 1.
 */
origin_pages: Array<number>, };

/**
 * How two versions of a piece differ.
 */
export type PieceComparison = { 
/**
 * The version from which.
 */
from: PieceVersion, 
/**
 * The version to which.
 */
to: PieceVersion, 
/**
 * Why their words cannot be compared; nothing where they can.
 */
why_not: string | null, 
/**
 * What is to be known of the comparison: that only the first pages of one are read, for instance.
 */
notes: Array<string>, 
/**
 * How many pages with text are the same in both.
 */
same_pages: number, 
/**
 * How many words came.
 */
added: number, 
/**
 * How many words went.
 */
removed: number, 
/**
 * The pages that changed, came or went, in their order.
 */
pages: Array<PageChange>, };

/**
 * How many pieces there are of each, among those that the rest of what was said asks for.
 */
export type PieceCounts = { 
/**
 * Approved by both sides and current.
 */
in_use: number, 
/**
 * By where they stand.
 */
states: Partial<Record<PieceState, number>>, 
/**
 * Of the approved ones, those that are stale.
 */
stale: number, 
/**
 * By what they are made for.
 */
kinds: Partial<Record<PieceKind, number>>, 
/**
 * By language.
 */
languages: { [key in string]: number }, 
/**
 * By tag.
 */
tags: { [key in string]: number }, };

/**
 * Which pieces are wanted: those that meet all that is said. What is not said is not asked.
 */
export type PieceFilter = { 
/**
 * Where they stand; approved and current ones where nothing is said, and all where the list is empty.
 */
states?: Array<PieceState>, 
/**
 * Whether the day by which somebody should have looked at them has passed.
 */
stale?: boolean, 
/**
 * What they are made for: one of these.
 */
kinds?: Array<PieceKind>, 
/**
 * The persona they are made for.
 */
persona?: ListItemId, 
/**
 * The buying phase they are made for.
 */
phase?: ListItemId, 
/**
 * Their language.
 */
language?: string, 
/**
 * Who looks after them.
 */
owner?: PersonId, 
/**
 * A tag that they have.
 */
tag?: string, };

/**
 * Names a piece of collateral.
 */
export type PieceId = string;

/**
 * A piece and how it fares.
 */
export type PieceInUse = { 
/**
 * What its uses come to.
 */
usage: Usage, 
/**
 * How often it was taken out of the library.
 */
taken: TakenCounts, 
/**
 * The piece.
 */
piece: Piece, 
/**
 * Where it stands.
 */
state: PieceState, 
/**
 * Whether the day by which somebody should have looked at it has passed.
 */
is_stale: boolean, 
/**
 * The sides that have approved it as it is.
 */
approved_by: Array<Side>, 
/**
 * Since when both have.
 */
approved_on: string | null, 
/**
 * Whether both approved an earlier version of it, and not this one.
 */
had_approval: boolean, 
/**
 * The file that it is now; nothing where it is a link.
 */
version: PieceVersion | null, 
/**
 * Whether there is a small picture of it.
 */
has_picture: boolean, };

/**
 * What a piece is made for.
 */
export type PieceKind = "one_pager" | "case_study" | "datasheet" | "deck" | "battlecard" | "roi_calculator" | "brochure" | "email_template" | "video" | "white_paper" | "demo_script" | "other";

/**
 * A piece as it stands in a list.
 */
export type PieceLine = { 
/**
 * The piece.
 */
piece: Piece, 
/**
 * Where it stands.
 */
state: PieceState, 
/**
 * Whether the day by which somebody should have looked at it has passed.
 */
is_stale: boolean, 
/**
 * The sides that have approved it as it is.
 */
approved_by: Array<Side>, 
/**
 * Since when both have.
 */
approved_on: string | null, 
/**
 * Whether both approved an earlier version of it, and not this one.
 */
had_approval: boolean, 
/**
 * The file that it is now; nothing where it is a link.
 */
version: PieceVersion | null, 
/**
 * Whether there is a small picture of it.
 */
has_picture: boolean, };

/**
 * Some pieces, and how many there are.
 */
export type PieceList = { 
/**
 * The pieces: the best match first, else by title.
 */
pieces: Array<FoundPiece>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * How many pieces the library has, whatever is asked.
 */
in_library: number, 
/**
 * How many there are of each.
 */
counts: PieceCounts, 
/**
 * The words that no page has, and those that were looked for in their place.
 */
corrected: Array<CorrectedWord>, };

/**
 * Shows the small pictures of some files, as addresses that a page can show.
 */
export type PiecePictures = { 
/**
 * The SHA-256 of the files.
 */
hashes: Array<string>, };

/**
 * Where a piece stands.
 */
export type PieceState = "draft" | "in_review" | "approved" | "retired";

/**
 * Shows the text of a piece's file, page by page.
 */
export type PieceText = { 
/**
 * The piece.
 */
id: PieceId, };

/**
 * A page as text.
 */
export type PieceTextPage = { 
/**
 * Which page it is, from 1.
 */
number: number, 
/**
 * Its text.
 */
text: string, 
/**
 * What is written beside it: a slide's speaker notes.
 */
notes: string, };

/**
 * One use of a piece in a deal, and what the seller says of it.
 */
export type PieceUse = { 
/**
 * Names it.
 */
id: PieceUseId, 
/**
 * The piece.
 */
piece: PieceId, 
/**
 * The file that the piece was when the use was recorded; nothing where it is a link.
 */
version: PieceVersionId | null, 
/**
 * On which day it was used.
 */
used_on: string, 
/**
 * Who recorded it, if somebody had said who they were.
 */
person: PersonId | null, 
/**
 * Whose word it is, where it came by a return slip; else empty.
 */
said_by: string, 
/**
 * The opportunity, where it was imported.
 */
opportunity: OpportunityId | null, 
/**
 * What the deal is called.
 */
deal: string, 
/**
 * The persona it was used with.
 */
persona: ListItemId | null, 
/**
 * The phase in which it was.
 */
phase: ListItemId | null, 
/**
 * How it was used.
 */
manner: UseManner, 
/**
 * How easy it was to find, 1 to 5.
 */
easy_to_find: number | null, 
/**
 * How well it fitted this customer, 1 to 5.
 */
fitted: number | null, 
/**
 * How ready it was as it stood, 1 (had to be rewritten) to 5 (needed no editing).
 */
ready: number | null, 
/**
 * Whether the deal moved on afterwards, in the seller's word.
 */
moved: SaidMoved | null, 
/**
 * What else the seller says.
 */
note: string, 
/**
 * The note on a return slip that brought it.
 */
slip: string | null, 
/**
 * When it was recorded.
 */
created_at: string, };

/**
 * Names one use of a piece in a deal.
 */
export type PieceUseId = string;

/**
 * A file that a piece was, from when it was added until the next one.
 */
export type PieceVersion = { 
/**
 * Names it.
 */
id: PieceVersionId, 
/**
 * The piece.
 */
piece: PieceId, 
/**
 * The SHA-256 of its bytes, in hexadecimal.
 */
hash: string, 
/**
 * What the file was called.
 */
file_name: string, 
/**
 * What it is, by its content.
 */
file_kind: FileKind, 
/**
 * How many bytes it has.
 */
size: number, 
/**
 * How many pages, slides or sheets; none where nobody could count them.
 */
pages: number, 
/**
 * Whether its text can be searched.
 */
has_text: boolean, 
/**
 * Why its text could not be read, for people; empty where it was, or where there is none.
 */
trouble: string, 
/**
 * Who added it, if somebody had said who they were.
 */
added_by: PersonId | null, 
/**
 * When.
 */
added_at: string, };

/**
 * Names one file that a piece was.
 */
export type PieceVersionId = string;

/**
 * A piece with its versions and what was agreed of it.
 */
export type PieceView = { 
/**
 * Every file that it was, the latest first.
 */
versions: Array<PieceVersion>, 
/**
 * What both sides approved.
 */
agreement: AgreementView, 
/**
 * What is missing before it can be approved.
 */
missing: Array<string>, 
/**
 * The piece.
 */
piece: Piece, 
/**
 * Where it stands.
 */
state: PieceState, 
/**
 * Whether the day by which somebody should have looked at it has passed.
 */
is_stale: boolean, 
/**
 * The sides that have approved it as it is.
 */
approved_by: Array<Side>, 
/**
 * Since when both have.
 */
approved_on: string | null, 
/**
 * Whether both approved an earlier version of it, and not this one.
 */
had_approval: boolean, 
/**
 * The file that it is now; nothing where it is a link.
 */
version: PieceVersion | null, 
/**
 * Whether there is a small picture of it.
 */
has_picture: boolean, };

/**
 * The plan itself: what stands once a year.
 */
export type Plan = { 
/**
 * Names the plan.
 */
id: PlanId, 
/**
 * The fiscal year, by the number of the calendar year in which it ends.
 */
year: number, 
/**
 * The positioning line: for whom we are what.
 */
positioning: string, 
/**
 * The year's budget.
 */
budget: number | null, 
/**
 * Whether Sales has finished writing its look-back points.
 */
sales_ready: boolean, 
/**
 * Whether Marketing has finished writing its look-back points.
 */
marketing_ready: boolean, 
/**
 * When both were ready and the points were revealed together; one way.
 */
revealed_at: string | null, 
/**
 * When the plan was begun.
 */
created_at: string, };

/**
 * Opens a plan as a document has it: a version, or the draft. A draft that says nothing else than what is in force is
 * given as that version, so that no page under the seal shows a word that was not signed.
 */
export type PlanDocument = { 
/**
 * The fiscal year.
 */
year: number, 
/**
 * The version, or nothing for the draft.
 */
version?: number, };

/**
 * Names the annual plan of one fiscal year.
 */
export type PlanId = string;

/**
 * Plans the reviews of a fiscal year: one for each quarter, and one for each month where wanted. Those that are planned stay.
 */
export type PlanReviews = { 
/**
 * The number of the fiscal year.
 */
year: number, 
/**
 * Whether there are check-ins each month that is still to come, too; the last month of a quarter has its review.
 */
monthly: boolean, };

/**
 * A plan in the list of plans.
 */
export type PlanRow = { 
/**
 * Names the plan.
 */
id: PlanId, 
/**
 * The fiscal year.
 */
year: number, 
/**
 * "FY27".
 */
label: string, 
/**
 * The year's first day.
 */
first_day: string, 
/**
 * The year's last day.
 */
last_day: string, 
/**
 * Whether today lies in it.
 */
is_this_year: boolean, 
/**
 * Where it stands.
 */
state: PlanState, 
/**
 * The version in force, if one is.
 */
in_force: Version | null, 
/**
 * The version that waits for signatures, if one does.
 */
proposed: Version | null, 
/**
 * Whether it was ever proposed; then it is kept and cannot be deleted.
 */
was_proposed: boolean, 
/**
 * Whether the draft says something else than what is in force.
 */
draft_differs: boolean, 
/**
 * How many goals it has.
 */
goals: number, 
/**
 * What is missing before it can be proposed.
 */
missing: Array<Missing>, };

/**
 * Where a plan stands as a whole.
 */
export type PlanState = "draft" | "proposed" | "in_force";

/**
 * The page of a plan.
 */
export type PlanView = { 
/**
 * Whose plan it is.
 */
company: Company, 
/**
 * Minor units of one unit of the currency, as a power of ten.
 */
currency_digits: number, 
/**
 * The people.
 */
people: Array<Person>, 
/**
 * The plan itself.
 */
plan: Plan, 
/**
 * "FY27".
 */
label: string, 
/**
 * The year's first day.
 */
first_day: string, 
/**
 * The year's last day.
 */
last_day: string, 
/**
 * The first day of each month.
 */
months: Array<string>, 
/**
 * The quarters' names.
 */
quarters: Array<string>, 
/**
 * The version this page shows, or nothing for the draft.
 */
version: number | null, 
/**
 * Why nothing can be edited just now, or nothing.
 */
locked: string | null, 
/**
 * Last year: its numbers, what the sides were measured on, and their points.
 */
look_back: LookBackView, 
/**
 * Focus: segments.
 */
segments: Array<Segment>, 
/**
 * Focus: target accounts.
 */
accounts: Array<TargetAccount>, 
/**
 * Focus: what we will not do.
 */
not_doing: Array<OutOfScope>, 
/**
 * Joint goals.
 */
goals: Array<GoalView>, 
/**
 * Funnel maths.
 */
funnel: FunnelView, 
/**
 * What we will do this year, with its sums by bucket.
 */
initiatives: InitiativesView, 
/**
 * Who does what.
 */
duties: Array<Responsibility>, 
/**
 * Risks and assumptions.
 */
risks: Array<Risk>, 
/**
 * The session's minutes.
 */
session: SessionView, 
/**
 * The agreement: versions, signatures, how the draft differs.
 */
agreement: AgreementView, 
/**
 * What is missing before the draft can be proposed; empty when it can.
 */
missing: Array<Missing>, };

/**
 * A promise of one side to the other (SLA).
 */
export type Promise = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The definition it belongs to.
 */
definition: DefinitionId, 
/**
 * Its place.
 */
rank: string, 
/**
 * What is promised; who promises follows from it.
 */
kind: PromiseKind, 
/**
 * How many leads, working days or attempts.
 */
amount: number | null, 
/**
 * What else was said about it.
 */
note: string, };

/**
 * How one promise was kept.
 */
export type PromiseAttainment = { 
/**
 * What was promised.
 */
kind: PromiseKind, 
/**
 * By whom.
 */
side: Side, 
/**
 * What it is called.
 */
name: string, 
/**
 * It as a sentence.
 */
sentence: string, 
/**
 * What is counted: "leads" or "months".
 */
counted: string, 
/**
 * On time.
 */
on_time: number, 
/**
 * Done, but late.
 */
late: number, 
/**
 * Due, and not done.
 */
overdue: number, 
/**
 * Not due yet; left out of the rate.
 */
not_yet_due: number, 
/**
 * What the files do not tell; left out of the rate.
 */
cannot_be_told: number, 
/**
 * On time ÷ (on time + late + overdue); nothing where more cannot be told than can.
 */
kept: Rate, 
/**
 * The middle number of working days that it took, where days are promised.
 */
median_days: number | null, 
/**
 * The number of working days within which nine of ten were done, where days are promised.
 */
most_days: number | null, 
/**
 * Why nothing can be said; nothing where something can.
 */
why_not: string | null, };

/**
 * Something for which a promise was made.
 */
export type PromiseCase = { 
/**
 * The row in its room; the page leads there.
 */
id: string, 
/**
 * What it is, short.
 */
words: string, 
/**
 * How it fares.
 */
fared: Fared, 
/**
 * The day that counts for being on time.
 */
due_on: string | null, 
/**
 * The day on which it was done.
 */
done_on: string | null, };

/**
 * Leads by how a promise of them fared: those behind a number of [`PromisesKept`].
 */
export type PromiseFared = { 
/**
 * What was promised; leads that are accepted month by month stand behind no single lead.
 */
kind: PromiseKind, 
/**
 * How it fared.
 */
fared: Fared, 
/**
 * Only leads that were handed over (where that is not known: came in) on this day or later.
 */
from?: string | null, 
/**
 * Only until this day.
 */
to?: string | null, };

/**
 * What one side promises the other.
 */
export type PromiseKind = "accepted_leads" | "source_given" | "information_given" | "first_touch" | "decision" | "attempts" | "reason_given";

/**
 * How a promise was kept that a room makes.
 */
export type PromiseOfRoom = { 
/**
 * The room in which the cases stand.
 */
room: string, 
/**
 * Whose promise it is.
 */
side: Side, 
/**
 * What it is called.
 */
name: string, 
/**
 * It as a sentence.
 */
sentence: string, 
/**
 * What is counted: "requests".
 */
counted: string, 
/**
 * On time.
 */
on_time: number, 
/**
 * Done, but late.
 */
late: number, 
/**
 * Due, and not done.
 */
overdue: number, 
/**
 * Not due yet; left out of the rate.
 */
not_yet_due: number, 
/**
 * On time ÷ (on time + late + overdue).
 */
kept: Rate, 
/**
 * Why nothing can be said; nothing where something can.
 */
why_not: string | null, 
/**
 * Every case that is counted, what is owed longest first.
 */
cases: Array<PromiseCase>, };

/**
 * A promise that could be made and was not yet.
 */
export type PromiseOffer = { 
/**
 * What would be promised.
 */
kind: PromiseKind, 
/**
 * Who would make it.
 */
side: Side, 
/**
 * What it is called.
 */
name: string, 
/**
 * The number to begin with.
 */
amount: number | null, };

/**
 * A promise, with how it reads.
 */
export type PromiseView = { 
/**
 * The promise.
 */
promise: Promise, 
/**
 * Who makes it.
 */
side: Side, 
/**
 * What it is called.
 */
name: string, 
/**
 * It as a sentence.
 */
sentence: string, 
/**
 * Whether it promises a number.
 */
has_amount: boolean, 
/**
 * What it needs; nothing when it can be kept or broken.
 */
missing: string | null, };

/**
 * Shows how the promises of both sides were kept, since they were signed; else how those of the draft would have been.
 */
export type PromisesKept = { 
/**
 * Only for leads that were handed over (where that is not known: came in) on this day or later.
 */
from?: string | null, 
/**
 * Only until this day.
 */
to?: string | null, };

/**
 * How the promises of both sides were kept.
 */
export type PromisesKeptView = { 
/**
 * Whether the definition is begun, which promises something of leads.
 */
is_begun: boolean, 
/**
 * The version whose promises are in force; nothing while none is: then it is told how the draft's would have been kept.
 */
version: number | null, 
/**
 * The day on which the first version came into force.
 */
since: string | null, 
/**
 * How many leads are looked at.
 */
leads: number, 
/**
 * Leads of which the day of the hand-over is not known, so that nobody can say which promises they fall under.
 */
without_day: number, 
/**
 * Marketing and sales, in the same layout.
 */
sides: Array<SideAttainment>, 
/**
 * What other rooms promise, such as an answer to what was requested; held from the first day on, and in no rate of leads.
 */
of_rooms: Array<PromiseOfRoom>, 
/**
 * The leads from before the first version; nothing where there are none, or no version is in force.
 */
before: BeforeView | null, };

/**
 * Proposes the draft as it stands; it then waits for one signature of each side, and cannot be edited until then.
 */
export type Propose = { 
/**
 * What kind of thing is proposed.
 */
subject_kind: SubjectKind, 
/**
 * Which one.
 */
subject: string, };

/**
 * The pulse of one closed review.
 */
export type PulsePoint = { 
/**
 * "Q3 FY27".
 */
label: string, 
/**
 * The mean of the marks of sales, in hundredths; nothing where it gave none.
 */
sales: number | null, 
/**
 * The mean of those of marketing.
 */
marketing: number | null, };

/**
 * The three questions that make a lead a sales-accepted lead.
 */
export type Question = "customer" | "information" | "certainty";

/**
 * One of the three questions, with its answer.
 */
export type QuestionView = { 
/**
 * Which of the three it is.
 */
question: Question, 
/**
 * As it is asked.
 */
asked: string, 
/**
 * The answer in words.
 */
answer: string, 
/**
 * The criteria under it.
 */
criteria: Array<CriterionView>, };

/**
 * A part of a number.
 */
export type Rate = { 
/**
 * How many it is true of.
 */
part: number, 
/**
 * Of how many.
 */
n: number, 
/**
 * The part in basis points, not rounded; nothing when there are none.
 */
basis_points: number | null, 
/**
 * Whether so few say little: fewer than [`SMALL`].
 */
small: boolean, 
/**
 * Why there is none, where there is none.
 */
because?: string, };

/**
 * Shows what return slips say, and what would become of each note.
 */
export type ReadSlips = { 
/**
 * The slips.
 */
slips: Array<SlipFile>, };

/**
 * Why a lead went no further.
 */
export type Reason = "bad_data" | "wrong_contact" | "no_fit" | "no_authority" | "no_budget" | "no_need" | "bad_timing" | "competitor" | "no_response" | "unsubscribed" | "student_or_curious" | "duplicate" | "abandoned" | "other";

/**
 * The kinds of record that can be taken in.
 */
export type RecordKind = "leads" | "opportunities" | "costs";

/**
 * Records that a piece was used in a deal.
 */
export type RecordUse = { 
/**
 * The piece.
 */
piece: PieceId, 
/**
 * The opportunity, where it was imported.
 */
opportunity?: OpportunityId, 
/**
 * What the deal is called; the opportunity's own name where one is given.
 */
deal?: string, 
/**
 * The persona it was used with.
 */
persona?: ListItemId, 
/**
 * The phase in which it was.
 */
phase?: ListItemId, 
/**
 * How it was used.
 */
manner: UseManner, 
/**
 * On which day; today where nothing is said.
 */
used_on?: string, };

/**
 * Sends a lead back to be nurtured, and says when it wakes up.
 */
export type RecycleLead = { 
/**
 * The lead.
 */
id: LeadId, 
/**
 * Why it does not buy now.
 */
reason: Reason, 
/**
 * A free word to it.
 */
note?: string | null, 
/**
 * When it is looked at again.
 */
wake_up_on: string, };

/**
 * Does the step again that was taken back last.
 */
export type Redo = { 
/**
 * The step that is meant, as it was shown: when it is the last one no longer, nothing is done.
 */
entry?: EntryId, };

/**
 * Says no to a lead for sales, and why.
 */
export type RejectLead = { 
/**
 * The lead.
 */
id: LeadId, 
/**
 * Why.
 */
reason: Reason, 
/**
 * A free word to it.
 */
note?: string | null, 
/**
 * The day sales said so; today, where nothing is said.
 */
on?: string | null, };

/**
 * A row that could not be read.
 */
export type RejectedRow = { 
/**
 * The row, counted as a spreadsheet does.
 */
row: number, 
/**
 * The column that is to blame, where one is.
 */
column: string | null, 
/**
 * What stands there, shortened.
 */
value: string, 
/**
 * What is wrong with it.
 */
reason: string, };

/**
 *Removes one action.
 */
export type RemoveActionItem = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one agenda item.
 */
export type RemoveAgendaItem = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Takes an amendment back that nobody has been asked to sign.
 */
export type RemoveAmendment = { 
/**
 * The review.
 */
id: ReviewId, };

/**
 *Removes one buying phase.
 */
export type RemoveBuyingPhase = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one criterion.
 */
export type RemoveCriterion = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one decision.
 */
export type RemoveDecision = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one worked example.
 */
export type RemoveExample = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one fix.
 */
export type RemoveFix = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one goal.
 */
export type RemoveGoal = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Takes back what was entered for a goal.
 */
export type RemoveGoalReading = { 
/**
 * What was entered.
 */
id: GoalReadingId, };

/**
 *Removes one initiative.
 */
export type RemoveInitiative = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one insight.
 */
export type RemoveInsight = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Removes a saved view. No lead is touched.
 */
export type RemoveLeadView = { 
/**
 * The view.
 */
id: LeadViewId, };

/**
 *Removes one measure.
 */
export type RemoveMeasure = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one line of what we will not do.
 */
export type RemoveOutOfScope = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one parked thought.
 */
export type RemoveParkedItem = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Removes a person whom nothing in the workspace names.
 */
export type RemovePerson = { 
/**
 * The person.
 */
id: PersonId, };

/**
 *Removes one persona.
 */
export type RemovePersona = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Removes a piece that was never approved by both sides.
 */
export type RemovePiece = { 
/**
 * The piece.
 */
id: PieceId, };

/**
 *Removes one promise.
 */
export type RemovePromise = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Withdraws a request that nobody has answered.
 */
export type RemoveRequest = { 
/**
 * The request.
 */
id: CollateralRequestId, };

/**
 *Removes one responsibility.
 */
export type RemoveResponsibility = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one look-back point.
 */
export type RemoveRetroNote = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Takes a review off the calendar, with what was written for it; only while it has not begun.
 */
export type RemoveReview = { 
/**
 * The review.
 */
id: ReviewId, };

/**
 *Removes one action.
 */
export type RemoveReviewAction = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one decision.
 */
export type RemoveReviewDecision = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one note.
 */
export type RemoveReviewNote = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one parked item.
 */
export type RemoveReviewParked = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one risk.
 */
export type RemoveRisk = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one segment.
 */
export type RemoveSegment = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one trigger or walk-away point.
 */
export type RemoveSignal = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 *Removes one target account.
 */
export type RemoveTargetAccount = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Removes a use that was recorded by mistake.
 */
export type RemoveUse = { 
/**
 * The use.
 */
id: PieceUseId, };

/**
 *Removes one step.
 */
export type RemoveWalkStep = { 
/**
 * The item.
 */
id: ListItemId, };

/**
 * Deletes a walk-through with its steps and fixes, where none goes on from it.
 */
export type RemoveWalkThrough = { 
/**
 * The walk-through.
 */
id: WalkThroughId, };

/**
 * Opens a closed review again, while nobody has been asked to sign it and no later one was closed.
 */
export type ReopenReview = { 
/**
 * The review.
 */
id: ReviewId, };

/**
 * Opens a walk-through again that has ended, while none goes on from it.
 */
export type ReopenWalkThrough = { 
/**
 * The walk-through.
 */
id: WalkThroughId, };

/**
 * Says how all pieces fare.
 */
export type ReportUsage = { 
/**
 * Which pieces are listed.
 */
shelf?: UsageShelf, };

/**
 * What is asked for.
 */
export type RequestKind = "new" | "generic" | "off_message" | "wrong" | "home_made" | "shorter";

/**
 * A request as it stands in the list.
 */
export type RequestLine = { 
/**
 * The request.
 */
request: CollateralRequest, 
/**
 * Where it stands.
 */
state: RequestState, 
/**
 * How many days ago it was asked.
 */
age_days: number, 
/**
 * The day by which the next answer is owed.
 */
due_on: string | null, 
/**
 * Whether that day has passed.
 */
is_late: boolean, 
/**
 * What the piece is called that it is about.
 */
piece_title: string | null, 
/**
 * What the piece is called that answers it.
 */
answer_title: string | null, };

/**
 * What is asked for.
 */
export type RequestList = { 
/**
 * The requests.
 */
requests: Array<RequestLine>, 
/**
 * How they were answered.
 */
kept: RequestsKept, 
/**
 * Within how many days what is asked for from now on is answered.
 */
answer_within_days: number, };

/**
 * Where a request stands.
 */
export type RequestState = "open" | "promised" | "answered" | "declined";

/**
 * How requests were answered: on time where the first answer came within the agreed days and, where a day was promised, the
 * piece by that day.
 */
export type RequestsKept = { 
/**
 * Answered on time.
 */
on_time: number, 
/**
 * Answered late.
 */
late: number, 
/**
 * Past the day by which an answer is owed.
 */
overdue: number, 
/**
 * The day by which an answer is owed has not come yet.
 */
not_yet_due: number, };

/**
 * Who does what: one of the five buckets, or a duty in which both sides overlap.
 */
export type Responsibility = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * The bucket, or nothing for an overlapping duty.
 */
bucket: Bucket | null, 
/**
 * What it is about.
 */
name: string, 
/**
 * Who answers for it in sales.
 */
sales_owner: PersonId | null, 
/**
 * What sales does, in words; empty while nothing was said.
 */
sales_does: string, 
/**
 * Who answers for it in marketing.
 */
marketing_owner: PersonId | null, 
/**
 * What marketing does, in words; empty while nothing was said.
 */
marketing_does: string, };

/**
 * Puts a field back to what it was before an entry changed it.
 */
export type RestoreField = { 
/**
 * The entry that changed it.
 */
entry: EntryId, 
/**
 * The table, as the entry names it.
 */
table: string, 
/**
 * The row, as the entry names it.
 */
row: string, 
/**
 * The field, as the entry names it.
 */
field: string, };

/**
 * Retires a piece: it stays, and shows only to whoever asks for it.
 */
export type RetirePiece = { 
/**
 * The piece.
 */
id: PieceId, 
/**
 * Why.
 */
because: string, 
/**
 * The piece that takes its place, if one does.
 */
successor?: PieceId, };

/**
 * One point of the look back, written by a side before it sees the other's.
 */
export type RetroNote = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * The side that wrote it.
 */
side: Side, 
/**
 * The heading under which it stands.
 */
kind: RetroNoteKind, 
/**
 * The point.
 */
text: string, };

/**
 * Under which heading a look-back point stands.
 */
export type RetroNoteKind = "went_well" | "did_not" | "learned";

/**
 * Takes an import back. Rows that were edited by hand since stay as they are; what other imports told stays as they told it.
 */
export type RevertImport = { 
/**
 * The import.
 */
import: ImportId, };

/**
 * A review of one period.
 */
export type Review = { 
/**
 * Names it; it follows from the period.
 */
id: ReviewId, 
/**
 * The number of the fiscal year.
 */
year: number, 
/**
 * How long its period is.
 */
kind: ReviewKind, 
/**
 * Which quarter or month of the year, from 1.
 */
number: number, 
/**
 * The day for which it is planned, or on which it was held.
 */
held_on: string, 
/**
 * At what time it begins, in the time zone of the company; nothing where only the day is planned.
 */
starts_at: string | null, 
/**
 * When the meeting began; nothing while it is prepared.
 */
begun_at: string | null, 
/**
 * Whether sales has finished writing in silence.
 */
sales_ready: boolean, 
/**
 * Whether marketing has.
 */
marketing_ready: boolean, 
/**
 * When both saw what the other wrote.
 */
revealed_at: string | null, 
/**
 * When it was closed.
 */
closed_at: string | null, 
/**
 * What the worksheet said when it was closed, as JSON; empty until then.
 */
worksheet: string, 
/**
 * When it was planned.
 */
created_at: string, };

/**
 * What somebody will do.
 */
export type ReviewAction = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The review in which it was agreed.
 */
review: ReviewId, 
/**
 * Its place.
 */
rank: string, 
/**
 * The note it came from.
 */
note: ListItemId | null, 
/**
 * What is to be done.
 */
name: string, 
/**
 * Who does it.
 */
owner: PersonId | null, 
/**
 * The side whose promise it is: that of whoever took it on, wherever they work later.
 */
side: Side | null, 
/**
 * On which day it was agreed.
 */
agreed_on: string, 
/**
 * Until when.
 */
due: string | null, 
/**
 * The day for which it was promised when the review was closed: a later day does not make it less late.
 */
due_first: string | null, 
/**
 * On which day it was done.
 */
done_on: string | null, };

/**
 * What was found later about a review that was closed: the worksheet as it came out then.
 */
export type ReviewAmendment = { 
/**
 * Names it.
 */
id: ReviewAmendmentId, 
/**
 * The review.
 */
review: ReviewId, 
/**
 * When it was added.
 */
added_at: string, 
/**
 * What the worksheet says with it, as JSON.
 */
worksheet: string, };

/**
 * Names what was found later about a closed review.
 */
export type ReviewAmendmentId = string;

/**
 * What falls on a day.
 */
export type ReviewDate = { 
/**
 * Names it for good, in this workspace and no other.
 */
id: string, 
/**
 * Its day.
 */
day: string, 
/**
 * When it begins, where a time was said; else it takes the whole day.
 */
begins: string | null, 
/**
 * How many minutes it takes, where it has a time.
 */
minutes: number, 
/**
 * What it is called.
 */
title: string, 
/**
 * What else is to be said.
 */
note: string, 
/**
 * When it was planned or agreed.
 */
since: string, 
/**
 * How often it was changed since: of two files with the same date, the one with more changes is the later.
 */
changes: number, 
/**
 * Whether it takes the day, as a meeting does; an action only falls due on it.
 */
is_meeting: boolean, };

/**
 * Lists the dates of the reviews that are not closed, and of the actions that are not done.
 */
export type ReviewDates = Record<symbol, never>;

/**
 * The days a worksheet looks at, and those they are held against.
 */
export type ReviewDays = { 
/**
 * The period that is reviewed.
 */
now: DaySpan, 
/**
 * The period before it, of the same kind.
 */
before: DaySpan, 
/**
 * The same period a year ago.
 */
year_ago: DaySpan, 
/**
 * The day on which the worksheet is filled in, or the last day of the period where that has passed.
 */
as_of: string, };

/**
 * What was decided, captured where it was decided.
 */
export type ReviewDecision = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The review.
 */
review: ReviewId, 
/**
 * Its place.
 */
rank: string, 
/**
 * The note it came from.
 */
note: ListItemId | null, 
/**
 * The question.
 */
question: string, 
/**
 * What was chosen.
 */
name: string, 
/**
 * Why.
 */
why: string, 
/**
 * Who sees to it.
 */
owner: PersonId | null, 
/**
 * From which day on it holds.
 */
effective_from: string | null, 
/**
 * What it changes, where that is signed by both.
 */
changes: DecisionChanges | null, 
/**
 * The day.
 */
decided_on: string, };

/**
 * Names the review of a period.
 */
export type ReviewId = string;

/**
 * How long the period of a review is.
 */
export type ReviewKind = "quarter" | "month";

/**
 * What comes back from earlier reviews.
 */
export type ReviewLastTime = { 
/**
 * The last review before this one that was closed.
 */
review: ReviewId | null, 
/**
 * What it is called.
 */
label: string, 
/**
 * What was decided in it, and in check-ins since.
 */
decisions: Array<ReviewDecision>, 
/**
 * What was agreed in it and in check-ins since, what was done since of any review, and what is not done.
 */
actions: Array<ActionLine>, 
/**
 * What is still parked of any review.
 */
parked: Array<ParkedLine>, };

/**
 * A review in the list.
 */
export type ReviewLine = { 
/**
 * The review; what was kept of it stays out.
 */
review: Review, 
/**
 * What it is called: "Q3 FY27".
 */
label: string, 
/**
 * What it is called in a sentence: "review of Q3 FY27", "check-in of Aug 2027".
 */
called: string, 
/**
 * The first day of its period.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * Where it stands.
 */
state: ReviewState, 
/**
 * Whether its day has passed and it has not begun, or was not closed.
 */
is_late: boolean, 
/**
 * Whether it was closed by the end of the period that follows its own.
 */
was_in_time: boolean | null, 
/**
 * How many notes there are.
 */
notes: number, 
/**
 * How many decisions.
 */
decisions: number, 
/**
 * How many actions, and how many of them are done.
 */
actions: number, 
/**
 * How many of them are done.
 */
done: number, 
/**
 * Of whom a signature is still owed; empty unless it is closed.
 */
unsigned: Array<Side>, };

/**
 * All reviews, and what comes next.
 */
export type ReviewList = { 
/**
 * By fiscal year, the latest first. This year is among them, and every year that has a plan.
 */
years: Array<ReviewYear>, 
/**
 * The one that is next: the first that is not closed.
 */
next: ReviewLine | null, 
/**
 * What is not done of any review, what is overdue first.
 */
open_actions: Array<ActionLine>, };

/**
 * What one side wrote before it saw what the other wrote.
 */
export type ReviewNote = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The review.
 */
review: ReviewId, 
/**
 * Its place.
 */
rank: string, 
/**
 * The side that wrote it.
 */
side: Side, 
/**
 * The heading.
 */
kind: ReviewNoteKind, 
/**
 * What it says.
 */
text: string, };

/**
 * Under which heading a note of a review stands (P61).
 */
export type ReviewNoteKind = "working" | "not_working" | "adjust";

/**
 * A note with its votes.
 */
export type ReviewNoteLine = { 
/**
 * The note.
 */
note: ReviewNote, 
/**
 * All its votes.
 */
votes: number, 
/**
 * How many of them are of the person at the keyboard.
 */
own_votes: number, 
/**
 * Its place by votes, from 1; those with as many share it. Nothing without a vote.
 */
place: number | null, 
/**
 * Whether it shares its place.
 */
is_tie: boolean, };

/**
 * A thought put aside, to come back to.
 */
export type ReviewParked = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The review.
 */
review: ReviewId, 
/**
 * Its place.
 */
rank: string, 
/**
 * The thought.
 */
name: string, 
/**
 * Whether it was dealt with.
 */
settled: boolean, };

/**
 * Lists the pieces that wait for the approval of a side, the longest first; of whoever is at the keyboard where none is named.
 */
export type ReviewQueue = { 
/**
 * The side.
 */
side?: Side, };

/**
 * Where a review stands.
 */
export type ReviewState = "preparing" | "in_session" | "closed" | "signed";

/**
 * A review, opened.
 */
export type ReviewView = { 
/**
 * The review.
 */
line: ReviewLine, 
/**
 * What the worksheet says: as it was closed, or as it comes out today.
 */
worksheet: Worksheet, 
/**
 * On which day the worksheet was amended last.
 */
amended_on: string | null, 
/**
 * What would come out differently today; empty where nothing would.
 */
differs: Array<Difference>, 
/**
 * How far each side is with what is written in silence.
 */
silent: Array<SilentCount>, 
/**
 * The notes that whoever is at the keyboard may see: in the order of their votes once they are revealed.
 */
notes: Array<ReviewNoteLine>, 
/**
 * How many votes the person at the keyboard has left.
 */
votes_left: number, 
/**
 * Confidence in the goals, and the pulse.
 */
marks: Array<MarkPair>, 
/**
 * The pulse of the reviews that were closed, in their order.
 */
pulse: Array<PulsePoint>, 
/**
 * What was decided.
 */
decisions: Array<ReviewDecision>, 
/**
 * What was agreed to be done.
 */
actions: Array<ActionLine>, 
/**
 * What was parked.
 */
parked: Array<ReviewParked>, 
/**
 * What both sign.
 */
agreement: AgreementView, 
/**
 * The sections of the meeting with their minutes.
 */
agenda: Array<AgendaLine>, 
/**
 * Why it cannot be closed yet, in sentences.
 */
missing: Array<string>, };

/**
 * The reviews of a fiscal year.
 */
export type ReviewYear = { 
/**
 * The number of the year.
 */
year: number, 
/**
 * "FY27".
 */
label: string, 
/**
 * Its reviews, in their order.
 */
reviews: Array<ReviewLine>, 
/**
 * Whether monthly check-ins are among them.
 */
has_months: boolean, 
/**
 * Whether all four quarterly reviews are planned.
 */
is_planned: boolean, };

/**
 * A risk, or an assumption the plan rests on, and what we do about it.
 */
export type Risk = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * Which of the two.
 */
kind: RiskKind, 
/**
 * What may happen, or what we count on.
 */
name: string, 
/**
 * What we do then, or how we will notice.
 */
response: string, 
/**
 * Who keeps an eye on it.
 */
owner: PersonId | null, };

/**
 * Whether a line names a risk or an assumption.
 */
export type RiskKind = "risk" | "assumption";

/**
 * What a criterion does to a lead that meets it.
 */
export type Role = "required" | "points" | "disqualifies";

/**
 * Whether the deal moved after a use, in the seller's word.
 */
export type SaidMoved = "yes" | "no";

/**
 * A view of the ledger.
 */
export type SavedLeadView = { 
/**
 * Names the view.
 */
id: LeadViewId, 
/**
 * What it is called.
 */
name: string, 
/**
 * Which leads it lists, and in which order.
 */
leads: ListLeads, };

/**
 * Finds everything in the file that has a name, by a part of it, whatever its capitals and accents.
 */
export type Search = { 
/**
 * The words to look for.
 */
text: string, };

/**
 * Something that was found, and where it stands.
 */
export type SearchHit = { 
/**
 * The room in which it stands: `plan`.
 */
room: string, 
/**
 * What kind of thing it is: "Goal".
 */
kind: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Where it stands, in words: "plan FY27"; empty where there is only one place.
 */
place: string, 
/**
 * The part of the room in which it stands, as the room's page has it.
 */
section: string, 
/**
 * The fiscal year, where it stands in one.
 */
year: number | null, 
/**
 * Names it.
 */
id: string, 
/**
 * How well its name matches, as [`SearchText::rank`] says; [`SearchText::INSIDE`] where only what stands in it does.
 */
rank: number, };

/**
 * The sections of the page, in the order of the session.
 */
export type Section = "look_back" | "focus" | "goals" | "funnel" | "initiatives" | "who_does_what" | "risks" | "agreement";

/**
 * How long a section took.
 */
export type SectionTaken = { 
/**
 * The section.
 */
section: AgendaSection, 
/**
 * How many minutes.
 */
minutes: number, };

/**
 * What the cells of a column look like.
 */
export type SeenKind = "empty" | "text" | "whole_number" | "number" | "money" | "percent" | "day" | "day_unclear" | "yes_no" | "email" | "address";

/**
 * A segment to focus on, and why.
 */
export type Segment = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * The segment.
 */
name: string, 
/**
 * Why this one.
 */
why: string, };

/**
 * Sends a piece back with what is to be changed: it is a draft again.
 */
export type SendBackPiece = { 
/**
 * The piece.
 */
id: PieceId, 
/**
 * What is to be changed.
 */
because: string, };

/**
 * What a send pack holds.
 */
export type SendPack = { 
/**
 * The pieces, each once.
 */
items: Array<PackItem>, 
/**
 * How many bytes their files have in all.
 */
size: number, };

/**
 * The minutes of the planning session.
 */
export type SessionView = { 
/**
 * The agenda with its planned minutes.
 */
agenda: Array<AgendaItem>, 
/**
 * The parking lot.
 */
parked: Array<ParkedItem>, 
/**
 * What was decided in the session.
 */
decisions: Array<Decision>, 
/**
 * Actions.
 */
todos: Array<ActionItem>, };

/**
 * Says how many minutes a section of a review may take.
 */
export type SetAgendaMinutes = { 
/**
 * The review.
 */
review: ReviewId, 
/**
 * The section.
 */
section: AgendaSection, 
/**
 * How many; none leaves it out of the meeting, and nothing takes what is offered.
 */
minutes: number | null, };

/**
 * Says who is at the keyboard; every change from then on carries that name.
 */
export type SetCurrentUser = { 
/**
 * Who sits there.
 */
person: PersonId, };

/**
 * Sets one month or quarter of a goal; the parts after it take up the difference, so the year still adds up.
 */
export type SetGoalPart = { 
/**
 * The goal.
 */
goal: ListItemId, 
/**
 * Which part, from 0.
 */
part: number, 
/**
 * Its new value, in the unit's smallest step.
 */
value: number, };

/**
 * Says which lead sources are marketing's. All others are not.
 */
export type SetMarketingSources = { 
/**
 * The sources, by their names.
 */
sources: Array<string>, };

/**
 * Says whether a side has finished writing its points; when both have, all points are revealed together, for good.
 */
export type SetReady = { 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * The side.
 */
side: Side, 
/**
 * Whether it is ready.
 */
ready: boolean, };

/**
 * Says whether a side has finished writing in silence; when both have, everything is revealed together, for good.
 */
export type SetReviewReady = { 
/**
 * The review.
 */
review: ReviewId, 
/**
 * The side.
 */
side: Side, 
/**
 * Whether it is ready.
 */
ready: boolean, };

/**
 * Says the source of many leads at once: of all that a list of the ledger holds, all its pages. What is said here stays,
 * whatever a later export says.
 */
export type SetSource = { 
/**
 * Which leads; order and page do not matter.
 */
leads: ListLeads, 
/**
 * Their source.
 */
source: string, };

/**
 * What two or more personas have in common.
 */
export type SharedInsight = { 
/**
 * Whether it is a need, a touchpoint, a trigger or a stopper.
 */
kind: InsightKind, 
/**
 * As it was first written down.
 */
text: string, 
/**
 * How many personas have it.
 */
personas: number, 
/**
 * Where it stands: persona by persona, each in the order of the phases.
 */
places: Array<SharedPlace>, };

/**
 * One persona and phase that have it.
 */
export type SharedPlace = { 
/**
 * The line that says so.
 */
insight: ListItemId, 
/**
 * The persona whose line it is.
 */
persona: ListItemId, 
/**
 * What the persona is called.
 */
persona_name: string, 
/**
 * The phase in which it stands.
 */
phase: ListItemId, 
/**
 * What the phase is called.
 */
phase_name: string, };

/**
 * Shows the settings of the library.
 */
export type ShowCollateralSettings = Record<symbol, never>;

/**
 * Shows the company's settings and what they can be.
 */
export type ShowCompany = Record<symbol, never>;

/**
 * Shows where the fiscal year stands in which it is today.
 */
export type ShowYear = Record<symbol, never>;

/**
 * The side a person stands for. What is agreed needs Sales and Marketing; Leadership may witness.
 */
export type Side = "sales" | "marketing" | "leadership";

/**
 * How the promises of one side were kept.
 */
export type SideAttainment = { 
/**
 * The side.
 */
side: Side, 
/**
 * Each promise.
 */
promises: Array<PromiseAttainment>, 
/**
 * All promises that are counted in leads and have a rate together: on time ÷ (on time + late + overdue). Months are no leads.
 */
kept: Rate, 
/**
 * What is overdue of them.
 */
overdue: number, };

/**
 * Signs a proposal for one side. Whoever signs sits at the keyboard and signs for their own side; Leadership witnesses.
 * Where one person does both jobs, that person signs for each side in turn, and documents say so.
 */
export type Sign = { 
/**
 * The proposal.
 */
agreement: AgreementId, 
/**
 * Who signs.
 */
person: PersonId, 
/**
 * The side for which that person signs.
 */
side: Side, };

/**
 * A trigger or a walk-away point, in words.
 */
export type Signal = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The definition it belongs to.
 */
definition: DefinitionId, 
/**
 * Its place.
 */
rank: string, 
/**
 * Which of the two.
 */
kind: SignalKind, 
/**
 * What happens.
 */
text: string, };

/**
 * Whether something says to go on, or to walk away (P25).
 */
export type SignalKind = "trigger" | "walk_away";

/**
 * A signature. It binds the digest of the text that was signed.
 */
export type Signature = { 
/**
 * Names it.
 */
id: string, 
/**
 * What was signed.
 */
agreement: AgreementId, 
/**
 * The side for which it was signed; Leadership witnesses.
 */
side: Side, 
/**
 * Who signed.
 */
person: PersonId, 
/**
 * The name at that time.
 */
name: string, 
/**
 * The role at that time.
 */
role: string, 
/**
 * The digest that was signed.
 */
digest: string, 
/**
 * When.
 */
signed_at: string, };

/**
 * How many notes and marks a side has given, which is all that the other sees before both are revealed.
 */
export type SilentCount = { 
/**
 * The side.
 */
side: Side, 
/**
 * Its notes.
 */
notes: number, 
/**
 * Its marks.
 */
marks: number, 
/**
 * Whether it has said that it is ready.
 */
is_ready: boolean, 
/**
 * Whether whoever is at the keyboard speaks for it.
 */
is_own: boolean, };

/**
 * How far the silent look back has come.
 */
export type SilentView = { 
/**
 * Whether the points have been revealed together.
 */
revealed: boolean, 
/**
 * How many points sales has written.
 */
sales_points: number, 
/**
 * How many points marketing has written.
 */
marketing_points: number, 
/**
 * Whether sales is ready.
 */
sales_ready: boolean, 
/**
 * Whether marketing is ready.
 */
marketing_ready: boolean, };

/**
 * A return slip as it was dropped.
 */
export type SlipFile = { 
/**
 * What the file is called.
 */
file_name: string, 
/**
 * What stands in it.
 */
content: string, };

/**
 * What a note says.
 */
export type SlipNoteKind = "used" | "work" | "need";

/**
 * A slip, as it is shown before it is imported.
 */
export type SlipView = { 
/**
 * What the file is called.
 */
file_name: string, 
/**
 * Whose word it is; empty where the slip cannot be read.
 */
by: string, 
/**
 * Why none of it can be read; else empty.
 */
reason: string, 
/**
 * Its notes.
 */
notes: Array<NoteLine>, };

/**
 * What became of the notes of return slips.
 */
export type SlipsImported = { 
/**
 * Uses of pieces.
 */
uses: number, 
/**
 * Requests.
 */
requests: number, 
/**
 * Notes that were imported before.
 */
known: number, 
/**
 * Notes, or whole slips, that could not be imported.
 */
refused: number, };

/**
 * A lead source.
 */
export type SourceLine = { 
/**
 * Its name.
 */
source: string, 
/**
 * How many leads came from it.
 */
leads: number, 
/**
 * Whether it is marketing's.
 */
is_marketings: boolean, };

/**
 * Asks how much room the backups of this workspace take.
 */
export type SpaceOfBackups = Record<symbol, never>;

/**
 * A spelling that means another, or itself.
 */
export type Spelling = { 
/**
 * Names it.
 */
id: SpellingId, 
/**
 * The field in which it is written so.
 */
field: SpeltField, 
/**
 * What a file says.
 */
said: string, 
/**
 * What is meant.
 */
means: string, };

/**
 * Spellings that look like one name.
 */
export type SpellingGroup = { 
/**
 * The spelling that most rows have.
 */
proposed: string, 
/**
 * All spellings with their rows, the most frequent first.
 */
spellings: Array<[string, number]>, 
/**
 * How many rows that is.
 */
rows: number, };

/**
 * Names a spelling that means another.
 */
export type SpellingId = string;

/**
 * Spellings of a field.
 */
export type SpellingsView = { 
/**
 * What could be merged, the most frequent first.
 */
groups: Array<SpellingGroup>, 
/**
 * What was merged, and is read so from every file.
 */
merged: Array<Spelling>, 
/**
 * What is kept apart: each means itself, and is offered for merging no more.
 */
kept: Array<Spelling>, };

/**
 * The fields in which one name may be spelt in several ways.
 */
export type SpeltField = "source" | "campaign" | "owner";

/**
 * How a goal is split.
 */
export type SplitBy = "even" | "last_year" | "hand";

/**
 * Over what a goal is split.
 */
export type SplitInto = "months" | "quarters";

/**
 * A step as it was the last time.
 */
export type StepBefore = { 
/**
 * The step.
 */
step: WalkStep, 
/**
 * The piece that was used then.
 */
piece: NamedPiece | null, 
/**
 * What is different now.
 */
changed: Array<StepField>, };

/**
 * What of a step is compared with the step before it.
 */
export type StepField = "name" | "said" | "shown" | "asked" | "promised" | "piece";

/**
 * What kind of thing is agreed: `plan`. The room that has it says so.
 */
export type SubjectKind = string;

/**
 * What the rows of a table were held against.
 */
export type TableCheck = { 
/**
 * The table's name.
 */
name: string, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * How many of them were held against the journal.
 */
against_journal: number, 
/**
 * How many were held against a digest.
 */
against_digests: number, 
/**
 * How many against neither.
 */
not_compared: number, };

/**
 * Takes what last year's plan knows: its goals become what the sides were measured on, its split becomes the shape.
 */
export type TakeLookBack = { 
/**
 * The plan.
 */
plan: PlanId, };

/**
 * Fills last year's numbers of a plan from the leads and opportunities that were taken in.
 */
export type TakeLookBackFromLeads = { 
/**
 * The plan.
 */
plan: PlanId, };

/**
 * What was taken in.
 */
export type Taken = { 
/**
 * How many lines or numbers went in.
 */
count: number, 
/**
 * What went in, and what did not and why, in words.
 */
notes: Array<string>, };

/**
 * What became of the rows of an import that was taken back.
 */
export type TakenBack = { 
/**
 * Rows that it had added and that are gone.
 */
removed: number, 
/**
 * Rows that it had changed and that are what the other imports make of them.
 */
restored: number, 
/**
 * Rows that stay, because somebody edited them since.
 */
kept_edited: number, 
/**
 * Rows that stay, because another import told of them, too.
 */
kept_changed_later: number, };

/**
 * How often a piece was taken.
 */
export type TakenCounts = { 
/**
 * Opened.
 */
opened: number, 
/**
 * Saved as a copy.
 */
saved: number, 
/**
 * Put into a pack for somebody.
 */
sent: number, };

/**
 * How a piece is taken out of the library.
 */
export type Taking = "opened" | "saved" | "sent";

/**
 * An account both sides want to win this year, and why.
 */
export type TargetAccount = { 
/**
 * Names the line.
 */
id: ListItemId, 
/**
 * The plan in which it stands.
 */
plan: PlanId, 
/**
 * The place in the list, as a fractional rank.
 */
rank: string, 
/**
 * The account.
 */
name: string, 
/**
 * Why this one.
 */
why: string, };

/**
 * Makes the funnel's answer the target of every goal that measures one of its stages, rounded up.
 */
export type TargetsFromFunnel = { 
/**
 * The plan.
 */
plan: PlanId, };

/**
 * A template, as it is offered.
 */
export type TemplateEntry = { 
/**
 * The template.
 */
template: DefinitionTemplate, 
/**
 * Its name.
 */
name: string, 
/**
 * For whom it is, in a sentence.
 */
about: string, 
/**
 * What it would ask for and no lead here has, so that it begins without: every lead would fail by it.
 */
left_out: Array<string>, };

/**
 * One of our terms, with the list it is from: `{"of": "stage", "is": "working"}`.
 */
export type Term = { "of": "stage", "is": LeadStage } | { "of": "acceptance", "is": Acceptance } | { "of": "reason", "is": Reason } | { "of": "outcome", "is": Outcome };

/**
 * A term that leads have, and how many have it.
 */
export type TermCount<T> = { 
/**
 * The term.
 */
term: T, 
/**
 * What it is called.
 */
name: string, 
/**
 * How many leads.
 */
leads: number, };

/**
 * The lists of terms into which a column's values are translated.
 */
export type TermList = "stage" | "acceptance" | "reason" | "outcome";

/**
 * What is asked of a field.
 */
export type Test = "known" | "any_of" | "none_of" | "contains" | "contains_part" | "at_least" | "at_most" | "between" | "within_days" | "yes" | "no";

/**
 * How two versions differ on the same leads.
 */
export type TestedAgainst = { 
/**
 * The other version.
 */
version: number, 
/**
 * What became of the leads that pass by it.
 */
passed: TestedGroup, 
/**
 * Leads that pass by both.
 */
both: number, 
/**
 * Leads that pass by this one only.
 */
only_this: number, 
/**
 * Leads that pass by the other only.
 */
only_other: number, };

/**
 * What became of one group of leads.
 */
export type TestedGroup = { 
/**
 * How many leads, of all leads of the period.
 */
share: Measured, 
/**
 * Leads that sales accepted; nothing where no file tells.
 */
accepted: number | null, 
/**
 * Leads that sales rejected; nothing where no file tells.
 */
rejected: number | null, 
/**
 * Accepted ÷ (accepted + rejected).
 */
acceptance: Measured, 
/**
 * Leads with an opportunity, of the group's leads.
 */
converted: Measured, 
/**
 * Leads with a won opportunity, of the group's leads.
 */
won_leads: Measured, 
/**
 * Won ÷ (won + lost) opportunities.
 */
win_rate: Measured, 
/**
 * What was won, as far as its value is known, in minor units; nothing where it is known of nothing.
 */
won_value: number | null, 
/**
 * Won opportunities of which no value is known: the won value is at least so much then.
 */
won_without_value: number, };

/**
 * One month of a back-test.
 */
export type TestedMonth = { 
/**
 * The month's first day.
 */
first_day: string, 
/**
 * The leads of the month.
 */
leads: number, 
/**
 * Those that pass.
 */
passed: number, };

/**
 * Words that stand together.
 */
export type TextPart = { 
/**
 * What became of them.
 */
fate: PartFate, 
/**
 * The words; “…” where some are left out.
 */
text: string, };

/**
 * Why a step is to be talked about.
 */
export type ToTalkAbout = { "why": "apart", 
/**
 * In which respect.
 */
aspect: WalkAspect, 
/**
 * The mark of sales.
 */
sales: number, 
/**
 * The mark of marketing.
 */
marketing: number, } | { "why": "low", 
/**
 * In which respect.
 */
aspect: WalkAspect, 
/**
 * The lowest mark that a side gave.
 */
mark: number, };

/**
 * Tries other inputs of the funnel and saves nothing.
 */
export type TryFunnel = { 
/**
 * The fiscal year.
 */
year: number, 
/**
 * The inputs that are tried.
 */
change: Partial<Funnel>, };

/**
 * Judges a lead that somebody typed in: by the draft, or by a version.
 */
export type TryLead = { 
/**
 * What is known of the lead, by field (`company`, `attribute:Employees`).
 */
facts: Record<string, string | number | boolean | null>, 
/**
 * The version, or nothing for the draft.
 */
version?: number, };

/**
 * Reads a pasted table of what a side was measured on and says what would go in, without taking it in.
 */
export type TryMeasures = { 
/**
 * The rows, with tabs between the cells.
 */
text: string, };

/**
 * Reads pasted numbers of last year and says what would go where, without taking them in.
 */
export type TryNumbers = { 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * The rows, with tabs between the cells.
 */
text: string, };

/**
 * Takes the last step back.
 */
export type Undo = { 
/**
 * The step that is meant, as it was shown: when it is the last one no longer, nothing is taken back.
 */
entry?: EntryId, };

/**
 * The next step of undo and of redo.
 */
export type UndoState = { 
/**
 * What undo would take back, or nothing.
 */
undo: UndoStep | null, 
/**
 * What redo would do again, or nothing.
 */
redo: UndoStep | null, };

/**
 * A step that can be taken back or done again.
 */
export type UndoStep = { 
/**
 * Names it for [`Undo`] and [`Redo`].
 */
entry: EntryId, 
/**
 * What was done, in words.
 */
summary: string, };

/**
 * In what a number is counted. Every number is a whole number of the smallest step of its unit.
 */
export type Unit = "count" | "money" | "percent" | "days" | "number";

/**
 * A word of the files that tells of no cell, and how many open leads or opportunities have it.
 */
export type UnmatchedWord = { 
/**
 * As the files have it; empty where they say nothing.
 */
word: string, 
/**
 * How many have it.
 */
count: number, };

/**
 * A value for which there is no term; its records keep the word and have no term.
 */
export type Untranslated = { 
/**
 * The column in which it stands.
 */
column: string, 
/**
 * The field that the column is.
 */
field: string, 
/**
 * The value, as it stands in the file.
 */
value: string, 
/**
 * In how many rows.
 */
rows: number, };

/**
 * What is known of the uses of something: a piece, a cell of the content matrix.
 */
export type Usage = { 
/**
 * How many uses were recorded.
 */
uses: number, 
/**
 * In how many deals.
 */
deals: number, 
/**
 * On which day it was used last.
 */
last_used_on: string | null, 
/**
 * Of how many uses the seller has said how they went.
 */
rated: number, 
/**
 * How easy it is to use: the mean of all marks that sellers gave (P55), of so many uses.
 */
ease: MeanMark | null, 
/**
 * How easy it is to find.
 */
easy_to_find: MeanMark | null, 
/**
 * How well it fits customers.
 */
fitted: MeanMark | null, 
/**
 * How ready it is as it stands.
 */
ready: MeanMark | null, 
/**
 * After how many uses the deal moved on, of those of which the seller has said whether it did.
 */
moved_by_sellers: Rate, 
/**
 * After how many uses the deal moved on, of those of which imports tell what became of the deal.
 */
moved_by_imports: Rate, 
/**
 * What became of the deals as imports tell it, use by use.
 */
movements: Partial<Record<Movement, number>>, };

/**
 * How many pieces stand on each shelf of the report.
 */
export type UsageCounts = { 
/**
 * Used in a deal.
 */
used: number, 
/**
 * Approved, and never used in a deal.
 */
never_used: number, 
/**
 * Used though not approved.
 */
not_approved: number, 
/**
 * Home-made and used.
 */
home_made: number, 
/**
 * Reported as too generic, and not answered yet.
 */
generic: number, 
/**
 * Used, and nobody has said how it went.
 */
unrated: number, };

/**
 * How all pieces fare.
 */
export type UsageReport = { 
/**
 * The pieces of the shelf, 60 at most.
 */
pieces: Array<PieceInUse>, 
/**
 * How many stand on it.
 */
total: number, 
/**
 * How many stand on each.
 */
counts: UsageCounts, 
/**
 * How many pieces both sides have approved as they are.
 */
approved: number, 
/**
 * How many of these were used in at least one deal. Use rate = this ÷ approved.
 */
approved_and_used: number, 
/**
 * What all uses come to.
 */
usage: Usage, 
/**
 * Within how many days of a use a deal has to move to count.
 */
moved_within_days: number, };

/**
 * Which pieces a report of their use lists.
 */
export type UsageShelf = "used" | "never_used" | "not_approved" | "home_made" | "generic" | "unrated";

/**
 * What becomes of a column.
 */
export type Use = { "is": "field", "field": Field } | { "is": "attribute" } | { "is": "left_out" };

/**
 * A use as it stands in a list.
 */
export type UseLine = { 
/**
 * The use.
 */
use: PieceUse, 
/**
 * What the piece is called.
 */
piece_title: string, 
/**
 * What became of the deal as imports tell it; nothing where it was not imported.
 */
movement: Movement | null, };

/**
 * Some uses, and what they come to.
 */
export type UseList = { 
/**
 * The latest uses, 60 at most.
 */
uses: Array<UseLine>, 
/**
 * What all of them come to.
 */
usage: Usage, 
/**
 * Within how many days of a use a deal has to move to count.
 */
moved_within_days: number, };

/**
 * How a piece was used.
 */
export type UseManner = "sent" | "presented" | "handed_over" | "quoted";

/**
 * What a lead is by the definition.
 */
export type Verdict = "qualified" | "not_yet" | "not_qualified";

/**
 * One version of what was agreed.
 */
export type Version = { 
/**
 * Names it.
 */
agreement: AgreementId, 
/**
 * Its number, from 1; a withdrawn proposal has none.
 */
version: number | null, 
/**
 * Where it stands.
 */
state: VersionState, 
/**
 * The SHA-256 of its text.
 */
digest: string, 
/**
 * Who proposed it.
 */
proposed_by: string, 
/**
 * When.
 */
proposed_at: string, 
/**
 * The signatures, in the order in which they were given.
 */
signatures: Array<Signature>, 
/**
 * When the second side signed.
 */
in_force_since: string | null, 
/**
 * Whether one person signed for both sides.
 */
one_person: boolean, };

/**
 * Where a version stands.
 */
export type VersionState = "proposed" | "in_force" | "superseded" | "withdrawn";

/**
 * Gives a note votes of the person at the keyboard: five in all, three at most on one.
 */
export type VoteForNote = { 
/**
 * The note.
 */
note: ListItemId, 
/**
 * How many of their votes it has; none takes them back.
 */
votes: number, };

/**
 * Something that one side, or both, have to do next.
 */
export type Waiting = { 
/**
 * Whom it waits for.
 */
sides: Array<Side>, 
/**
 * What is to be done, by the word its room knows it by: `sign`. The page finds the place by it, never by `words`.
 */
task: string, 
/**
 * What is to be done, for whoever reads it: "Sign plan FY27".
 */
words: string, 
/**
 * The room in which it is done: `plan`.
 */
room: string, 
/**
 * The fiscal year, where it is about one.
 */
year: number | null, 
/**
 * The people who own what is to be done, once for each thing; empty where it has no owner of its own.
 */
people: Array<PersonId>, };

/**
 * What a step is looked at for.
 */
export type WalkAspect = "message" | "look" | "fit";

/**
 * A step of the sale as it is walked through.
 */
export type WalkStep = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The walk-through it belongs to.
 */
walk_through: WalkThroughId, 
/**
 * Its place.
 */
rank: string, 
/**
 * The step of the walk-through before that it goes on from.
 */
continues: ListItemId | null, 
/**
 * What it is called: "First presentation".
 */
name: string, 
/**
 * The buying phase in which it happens.
 */
phase: ListItemId | null, 
/**
 * What is said.
 */
said: string, 
/**
 * What is shown.
 */
shown: string, 
/**
 * What is asked.
 */
asked: string, 
/**
 * What is promised.
 */
promised: string, 
/**
 * The piece that is used.
 */
piece: PieceId | null, 
/**
 * What marketing remarks.
 */
remarks: string, 
/**
 * Whether it says what was agreed, in the eyes of sales: 1 to 5.
 */
message_by_sales: number | null, 
/**
 * How it looks to sales: 1 to 5.
 */
look_by_sales: number | null, 
/**
 * How well it fits the customer, in the eyes of sales: 1 to 5.
 */
fit_by_sales: number | null, 
/**
 * Whether it says what was agreed, in the eyes of marketing: 1 to 5.
 */
message_by_marketing: number | null, 
/**
 * How it looks to marketing: 1 to 5.
 */
look_by_marketing: number | null, 
/**
 * How well it fits the customer, in the eyes of marketing: 1 to 5.
 */
fit_by_marketing: number | null, };

/**
 * A step, with what follows from it.
 */
export type WalkStepLine = { 
/**
 * The step.
 */
step: WalkStep, 
/**
 * The buying phase in which it happens, by its name.
 */
phase_name: string | null, 
/**
 * The piece that is used; nothing where there is none or it is gone.
 */
piece: NamedPiece | null, 
/**
 * Why it is to be talked about.
 */
to_talk_about: Array<ToTalkAbout>, 
/**
 * Whether both sides gave all their marks.
 */
is_rated: boolean, 
/**
 * The step of the last walk-through that it goes on from.
 */
before: StepBefore | null, };

/**
 * A walk through the sale.
 */
export type WalkThrough = { 
/**
 * Names it.
 */
id: WalkThroughId, 
/**
 * What is walked through: "The standard presentation".
 */
title: string, 
/**
 * On which day.
 */
held_on: string, 
/**
 * The one that it goes on from; nothing for the first.
 */
previous: WalkThroughId | null, 
/**
 * On which day it ended; nothing while it goes on.
 */
ended_on: string | null, 
/**
 * When it was begun.
 */
created_at: string, };

/**
 * Names a walk through the sale.
 */
export type WalkThroughId = string;

/**
 * A walk-through as it stands in the list.
 */
export type WalkThroughLine = { 
/**
 * The walk-through.
 */
walk_through: WalkThrough, 
/**
 * How many steps it has.
 */
steps: number, 
/**
 * How many of them are to be talked about.
 */
to_talk_about: number, 
/**
 * How its fixes were kept.
 */
fixes: FixesKept, };

/**
 * The walk-throughs there were, and what is left to do after them.
 */
export type WalkThroughList = { 
/**
 * The walk-throughs, the latest first.
 */
walk_throughs: Array<WalkThroughLine>, 
/**
 * What is not mended yet, whenever it was found: what is past its date comes first, then what is due first.
 */
to_mend: Array<FixLine>, };

/**
 * What a walk-through begins with.
 */
export type WalkThroughStart = "last" | "starter" | "empty";

/**
 * A walk-through with all that stands in it.
 */
export type WalkThroughView = { 
/**
 * The walk-through.
 */
walk_through: WalkThrough, 
/**
 * Its steps, in their order.
 */
steps: Array<WalkStepLine>, 
/**
 * What is to be mended: what is not done first, by its day; then what is done.
 */
fixes: Array<FixLine>, 
/**
 * How its fixes were kept.
 */
kept: FixesKept, 
/**
 * The last one, where this one goes on from it.
 */
last: LastTime | null, 
/**
 * Whether it is the latest one, which may be opened again.
 */
is_latest: boolean, };

/**
 * Says which step undo and redo would take next.
 */
export type WhatCanBeUndone = Record<symbol, never>;

/**
 * Lists what waits for whom, room by room.
 */
export type WhatWaits = Record<symbol, never>;

/**
 * Takes a proposal back before both sides have signed; the draft can be edited again.
 */
export type Withdraw = { 
/**
 * The proposal.
 */
agreement: AgreementId, };

/**
 * A worked example: a lead, and the verdict that the definition must give it.
 */
export type WorkedExample = { 
/**
 * Names it.
 */
id: ListItemId, 
/**
 * The definition it belongs to.
 */
definition: DefinitionId, 
/**
 * Its place.
 */
rank: string, 
/**
 * What it is an example of.
 */
name: string, 
/**
 * What is known of the lead, by field.
 */
facts: Record<string, string | number | boolean>, 
/**
 * The verdict it must get.
 */
verdict: Verdict, };

/**
 * What a worksheet says.
 */
export type Worksheet = { 
/**
 * The days it looks at.
 */
days: ReviewDays, 
/**
 * The day on which it was filled in.
 */
filled_in_on: string, 
/**
 * How the goals fare.
 */
goals: GoalsPart, 
/**
 * What each room has to say, in the order of the sections.
 */
parts: Array<WorksheetPart>, 
/**
 * What comes back from earlier reviews.
 */
last_time: ReviewLastTime, };

/**
 * A number and what it is held against, each in the smallest step of the column's unit.
 */
export type WorksheetCell = { 
/**
 * In the period.
 */
now: number | null, 
/**
 * In the period before.
 */
before: number | null, 
/**
 * In the same period a year ago.
 */
year_ago: number | null, 
/**
 * On how many the number of the period rests, where it is a rate or an average.
 */
n: number | null, 
/**
 * Whether those are so few that the number says little.
 */
is_small: boolean, 
/**
 * Why there is no number; nothing where there is one.
 */
because: string | null, };

/**
 * What is counted in a column.
 */
export type WorksheetColumn = { 
/**
 * Names it in its table.
 */
key: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * In what it is counted.
 */
unit: Unit, 
/**
 * The formula in words.
 */
formula: string, 
/**
 * Where the numbers come from.
 */
source: string, 
/**
 * Whether its room can list what stands behind a number of the period.
 */
is_listed: boolean, };

/**
 * A line of a list.
 */
export type WorksheetLine = { 
/**
 * The row in its room; the page leads there. Empty where there is none.
 */
id: string, 
/**
 * What it says.
 */
words: string, 
/**
 * Beside it: who, how often, until when.
 */
detail: string, 
/**
 * Whose it is, where it is one side's.
 */
side: Side | null, };

/**
 * What is told in words, line by line.
 */
export type WorksheetList = { 
/**
 * Names it in its part.
 */
key: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What is said where it has no line.
 */
empty: string, 
/**
 * The lines, what matters most first.
 */
lines: Array<WorksheetLine>, 
/**
 * How many more lines there are.
 */
left_out: number, };

/**
 * What a room has to say of a period.
 */
export type WorksheetPart = { 
/**
 * The room.
 */
room: string, 
/**
 * Where it stands.
 */
section: WorksheetSection, 
/**
 * What it is called.
 */
title: string, 
/**
 * What is to be known first, in a sentence.
 */
finding: string, 
/**
 * Numbers.
 */
tables: Array<WorksheetTable>, 
/**
 * What is told in words.
 */
lists: Array<WorksheetList>, 
/**
 * What is to be known beside the numbers, in sentences.
 */
notes: Array<string>, 
/**
 * Whether an import may change it afterwards.
 */
rests_on_imports: boolean, };

/**
 * One row of numbers.
 */
export type WorksheetRow = { 
/**
 * Names it in its table; empty for all together.
 */
key: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Whose it is, where it is one side's.
 */
side: Side | null, 
/**
 * The numbers, column by column.
 */
cells: Array<WorksheetCell>, };

/**
 * Where a part stands on the worksheet; parts come in this order.
 */
export type WorksheetSection = "funnel" | "promises" | "field" | "initiatives" | "collateral";

/**
 * Numbers that belong together.
 */
export type WorksheetTable = { 
/**
 * Names it in its part.
 */
key: string, 
/**
 * What stands in its rows: "Source".
 */
title: string, 
/**
 * What is counted.
 */
columns: Array<WorksheetColumn>, 
/**
 * Of what it is counted.
 */
rows: Array<WorksheetRow>, 
/**
 * How many more rows there are.
 */
left_out: number, };

/**
 * A fiscal year, and the days it has.
 */
export type YearDays = { 
/**
 * The calendar year in which it ends.
 */
year: number, 
/**
 * Its short name, "FY27".
 */
label: string, 
/**
 * Its first day.
 */
first_day: string, 
/**
 * Its last day.
 */
last_day: string, };

/**
 * Lists what was said and decided in the closed reviews of a fiscal year.
 */
export type YearLearnings = { 
/**
 * The number of the fiscal year.
 */
year: number, };

/**
 * Where the year stands.
 */
export type YearSoFar = { 
/**
 * The number of the year.
 */
year: number, 
/**
 * "FY27".
 */
label: string, 
/**
 * How its goals fare today.
 */
goals: GoalsPart, 
/**
 * The review that is next.
 */
next: ReviewLine | null, 
/**
 * How well both sides keep together.
 */
alignment: Alignment, 
/**
 * What nobody has taken care of.
 */
left_lying: LeftLying, };

/** Every command: what goes in and what comes out. */
export type Commands = {
  /** Changes the company's settings. */
  edit_company: { kind: "action"; input: EditCompany; output: Company };
  /** Adds a person. */
  add_person: { kind: "action"; input: AddPerson; output: Person };
  /** Changes a person's name, role or side, or says that they have left. */
  edit_person: { kind: "action"; input: EditPerson; output: Person };
  /** Removes a person whom nothing in the workspace names. */
  remove_person: { kind: "action"; input: RemovePerson; output: null };
  /** Says who is at the keyboard; every change from then on carries that name. */
  set_current_user: { kind: "action"; input: SetCurrentUser; output: Person };
  /** Proposes the draft as it stands; it then waits for one signature of each side, and cannot be edited until then. */
  propose: { kind: "action"; input: Propose; output: Version };
  /** Signs a proposal for one side. Whoever signs sits at the keyboard and signs for their own side; Leadership witnesses. */
  sign: { kind: "action"; input: Sign; output: Version };
  /** Takes a proposal back before both sides have signed; the draft can be edited again. */
  withdraw: { kind: "action"; input: Withdraw; output: Version };
  /** Puts a field back to what it was before an entry changed it. */
  restore_field: { kind: "action"; input: RestoreField; output: null };
  /** Shows the company's settings and what they can be. */
  show_company: { kind: "query"; input: ShowCompany; output: CompanyView };
  /** Lists the people by their place in the list, and who is at the keyboard. */
  people: { kind: "query"; input: People; output: PeopleView };
  /** Lists what waits for whom, room by room. */
  what_waits: { kind: "query"; input: WhatWaits; output: Array<Waiting> };
  /** Shows how two texts of a subject differ, in words. */
  compare_versions: { kind: "query"; input: CompareVersions; output: Array<Difference> };
  /** Says which step undo and redo would take next. */
  what_can_be_undone: { kind: "query"; input: WhatCanBeUndone; output: UndoState };
  /** Lists what was done, the latest first. */
  history: { kind: "query"; input: History; output: HistoryPage };
  /** Shows what an entry changed, field by field. */
  open_entry: { kind: "query"; input: OpenEntry; output: HistoryEntry };
  /** Finds everything in the file that has a name, by a part of it, whatever its capitals and accents. */
  search: { kind: "query"; input: Search; output: Array<SearchHit> };
  /** Lists the backups of this workspace, the latest first. */
  list_backups: { kind: "query"; input: ListBackups; output: Array<Backup> };
  /** Asks how much room the backups of this workspace take. */
  space_of_backups: { kind: "query"; input: SpaceOfBackups; output: BackupSpace };
  /** Checks the whole workspace: its structure, every row against the journal, every agreement against its digest. */
  check_workspace: { kind: "query"; input: CheckWorkspace; output: CheckReport };
  /** Takes the last step back. */
  undo: { kind: "action"; input: Undo; output: UndoState };
  /** Does the step again that was taken back last. */
  redo: { kind: "action"; input: Redo; output: UndoState };
  /** Begins the plan of a fiscal year, with the five buckets, an agenda, and “qualified leads” as its first goal. */
  begin_plan: { kind: "action"; input: BeginPlan; output: Plan };
  /** Carries a plan forward to another year: its structure stays, days move along, last year's numbers are emptied. */
  copy_plan: { kind: "action"; input: CopyPlan; output: Plan };
  /** Deletes a plan that was never signed. */
  delete_plan: { kind: "action"; input: DeletePlan; output: null };
  /** Changes the positioning line or the year's budget. */
  edit_plan: { kind: "action"; input: EditPlan; output: Plan };
  /** Changes last year's numbers. */
  edit_look_back: { kind: "action"; input: EditLookBack; output: LookBack };
  /** Takes what last year's plan knows: its goals become what the sides were measured on, its split becomes the shape. */
  take_look_back: { kind: "action"; input: TakeLookBack; output: Taken };
  /** Takes in a pasted table of what a side was measured on: name, target, actual. */
  paste_measures: { kind: "action"; input: PasteMeasures; output: Taken };
  /** Takes in pasted numbers of last year: in each row a name ("Leads", "Won deals", "Revenue" …) and its number. */
  paste_numbers: { kind: "action"; input: PasteNumbers; output: Taken };
  /** Says whether a side has finished writing its points; when both have, all points are revealed together, for good. */
  set_ready: { kind: "action"; input: SetReady; output: Plan };
  /** Changes what goes into the funnel maths. */
  edit_funnel: { kind: "action"; input: EditFunnel; output: Funnel };
  /** Makes the funnel's answer the target of every goal that measures one of its stages, rounded up. */
  targets_from_funnel: { kind: "action"; input: TargetsFromFunnel; output: Taken };
  /** Sets one month or quarter of a goal; the parts after it take up the difference, so the year still adds up. */
  set_goal_part: { kind: "action"; input: SetGoalPart; output: Goal };
  /** Adds one measure. */
  add_measure: { kind: "action"; input: AddMeasure; output: Measure };
  /** Changes one measure. */
  edit_measure: { kind: "action"; input: EditMeasure; output: Measure };
  /** Removes one measure. */
  remove_measure: { kind: "action"; input: RemoveMeasure; output: null };
  /** Moves one measure to another place in its list. */
  move_measure: { kind: "action"; input: MoveMeasure; output: null };
  /** Adds one look-back point. */
  add_retro_note: { kind: "action"; input: AddRetroNote; output: RetroNote };
  /** Changes one look-back point. */
  edit_retro_note: { kind: "action"; input: EditRetroNote; output: RetroNote };
  /** Removes one look-back point. */
  remove_retro_note: { kind: "action"; input: RemoveRetroNote; output: null };
  /** Moves one look-back point to another place in its list. */
  move_retro_note: { kind: "action"; input: MoveRetroNote; output: null };
  /** Adds one segment. */
  add_segment: { kind: "action"; input: AddSegment; output: Segment };
  /** Changes one segment. */
  edit_segment: { kind: "action"; input: EditSegment; output: Segment };
  /** Removes one segment. */
  remove_segment: { kind: "action"; input: RemoveSegment; output: null };
  /** Moves one segment to another place in its list. */
  move_segment: { kind: "action"; input: MoveSegment; output: null };
  /** Adds one target account. */
  add_target_account: { kind: "action"; input: AddTargetAccount; output: TargetAccount };
  /** Changes one target account. */
  edit_target_account: { kind: "action"; input: EditTargetAccount; output: TargetAccount };
  /** Removes one target account. */
  remove_target_account: { kind: "action"; input: RemoveTargetAccount; output: null };
  /** Moves one target account to another place in its list. */
  move_target_account: { kind: "action"; input: MoveTargetAccount; output: null };
  /** Adds one line of what we will not do. */
  add_out_of_scope: { kind: "action"; input: AddOutOfScope; output: OutOfScope };
  /** Changes one line of what we will not do. */
  edit_out_of_scope: { kind: "action"; input: EditOutOfScope; output: OutOfScope };
  /** Removes one line of what we will not do. */
  remove_out_of_scope: { kind: "action"; input: RemoveOutOfScope; output: null };
  /** Moves one line of what we will not do to another place in its list. */
  move_out_of_scope: { kind: "action"; input: MoveOutOfScope; output: null };
  /** Adds one goal. */
  add_goal: { kind: "action"; input: AddGoal; output: Goal };
  /** Changes one goal. */
  edit_goal: { kind: "action"; input: EditGoal; output: Goal };
  /** Removes one goal. */
  remove_goal: { kind: "action"; input: RemoveGoal; output: null };
  /** Moves one goal to another place in its list. */
  move_goal: { kind: "action"; input: MoveGoal; output: null };
  /** Adds one initiative. */
  add_initiative: { kind: "action"; input: AddInitiative; output: Initiative };
  /** Changes one initiative. */
  edit_initiative: { kind: "action"; input: EditInitiative; output: Initiative };
  /** Removes one initiative. */
  remove_initiative: { kind: "action"; input: RemoveInitiative; output: null };
  /** Moves one initiative to another place in its list. */
  move_initiative: { kind: "action"; input: MoveInitiative; output: null };
  /** Adds one responsibility. */
  add_responsibility: { kind: "action"; input: AddResponsibility; output: Responsibility };
  /** Changes one responsibility. */
  edit_responsibility: { kind: "action"; input: EditResponsibility; output: Responsibility };
  /** Removes one responsibility. */
  remove_responsibility: { kind: "action"; input: RemoveResponsibility; output: null };
  /** Moves one responsibility to another place in its list. */
  move_responsibility: { kind: "action"; input: MoveResponsibility; output: null };
  /** Adds one risk. */
  add_risk: { kind: "action"; input: AddRisk; output: Risk };
  /** Changes one risk. */
  edit_risk: { kind: "action"; input: EditRisk; output: Risk };
  /** Removes one risk. */
  remove_risk: { kind: "action"; input: RemoveRisk; output: null };
  /** Moves one risk to another place in its list. */
  move_risk: { kind: "action"; input: MoveRisk; output: null };
  /** Adds one agenda item. */
  add_agenda_item: { kind: "action"; input: AddAgendaItem; output: AgendaItem };
  /** Changes one agenda item. */
  edit_agenda_item: { kind: "action"; input: EditAgendaItem; output: AgendaItem };
  /** Removes one agenda item. */
  remove_agenda_item: { kind: "action"; input: RemoveAgendaItem; output: null };
  /** Moves one agenda item to another place in its list. */
  move_agenda_item: { kind: "action"; input: MoveAgendaItem; output: null };
  /** Adds one parked thought. */
  add_parked_item: { kind: "action"; input: AddParkedItem; output: ParkedItem };
  /** Changes one parked thought. */
  edit_parked_item: { kind: "action"; input: EditParkedItem; output: ParkedItem };
  /** Removes one parked thought. */
  remove_parked_item: { kind: "action"; input: RemoveParkedItem; output: null };
  /** Moves one parked thought to another place in its list. */
  move_parked_item: { kind: "action"; input: MoveParkedItem; output: null };
  /** Adds one decision. */
  add_decision: { kind: "action"; input: AddDecision; output: Decision };
  /** Changes one decision. */
  edit_decision: { kind: "action"; input: EditDecision; output: Decision };
  /** Removes one decision. */
  remove_decision: { kind: "action"; input: RemoveDecision; output: null };
  /** Moves one decision to another place in its list. */
  move_decision: { kind: "action"; input: MoveDecision; output: null };
  /** Adds one action. */
  add_action_item: { kind: "action"; input: AddActionItem; output: ActionItem };
  /** Changes one action. */
  edit_action_item: { kind: "action"; input: EditActionItem; output: ActionItem };
  /** Removes one action. */
  remove_action_item: { kind: "action"; input: RemoveActionItem; output: null };
  /** Moves one action to another place in its list. */
  move_action_item: { kind: "action"; input: MoveActionItem; output: null };
  /** Lists the plans, the latest year first. */
  list_plans: { kind: "query"; input: ListPlans; output: Array<PlanRow> };
  /** Opens the page of a plan: the draft, or the frozen text of a version. */
  open_plan: { kind: "query"; input: OpenPlan; output: PlanView };
  /** Opens a plan as a document has it: a version, or the draft. A draft that says nothing else than what is in force is */
  plan_document: { kind: "query"; input: PlanDocument; output: PlanView };
  /** Puts several years side by side: their goals, numbers and budgets. */
  compare_plans: { kind: "query"; input: ComparePlans; output: Comparison };
  /** Tries other inputs of the funnel and saves nothing. */
  try_funnel: { kind: "query"; input: TryFunnel; output: FunnelView };
  /** Reads pasted numbers of last year and says what would go where, without taking them in. */
  try_numbers: { kind: "query"; input: TryNumbers; output: PastedTable };
  /** Reads a pasted table of what a side was measured on and says what would go in, without taking it in. */
  try_measures: { kind: "query"; input: TryMeasures; output: PastedTable };
  /** Lists the metrics that a goal can measure, with their formulas. */
  list_metrics: { kind: "query"; input: ListMetrics; output: Array<MetricEntry> };
  /** Begins the definition of a qualified lead from a template; what the company's leads call a field is looked for. */
  begin_definition: { kind: "action"; input: BeginDefinition; output: Definition };
  /** Changes the definition's own words: the sentence, the answers to the three questions, the threshold, the working days. */
  edit_definition: { kind: "action"; input: EditDefinition; output: Definition };
  /** Adds one criterion. */
  add_criterion: { kind: "action"; input: AddCriterion; output: Criterion };
  /** Changes one criterion. */
  edit_criterion: { kind: "action"; input: EditCriterion; output: Criterion };
  /** Removes one criterion. */
  remove_criterion: { kind: "action"; input: RemoveCriterion; output: null };
  /** Moves one criterion to another place in its list. */
  move_criterion: { kind: "action"; input: MoveCriterion; output: null };
  /** Adds one trigger or walk-away point. */
  add_signal: { kind: "action"; input: AddSignal; output: Signal };
  /** Changes one trigger or walk-away point. */
  edit_signal: { kind: "action"; input: EditSignal; output: Signal };
  /** Removes one trigger or walk-away point. */
  remove_signal: { kind: "action"; input: RemoveSignal; output: null };
  /** Moves one trigger or walk-away point to another place in its list. */
  move_signal: { kind: "action"; input: MoveSignal; output: null };
  /** Adds one worked example. */
  add_example: { kind: "action"; input: AddExample; output: WorkedExample };
  /** Changes one worked example. */
  edit_example: { kind: "action"; input: EditExample; output: WorkedExample };
  /** Removes one worked example. */
  remove_example: { kind: "action"; input: RemoveExample; output: null };
  /** Moves one worked example to another place in its list. */
  move_example: { kind: "action"; input: MoveExample; output: null };
  /** Adds one promise. */
  add_promise: { kind: "action"; input: AddPromise; output: Promise };
  /** Changes one promise. */
  edit_promise: { kind: "action"; input: EditPromise; output: Promise };
  /** Removes one promise. */
  remove_promise: { kind: "action"; input: RemovePromise; output: null };
  /** Moves one promise to another place in its list. */
  move_promise: { kind: "action"; input: MovePromise; output: null };
  /** Judges leads of a period by the version in force now, also those that were judged before. */
  judge_leads: { kind: "action"; input: JudgeLeads; output: number };
  /** Opens the page of the definition: the draft, or the frozen text of a version; nothing while none was begun. */
  open_definition: { kind: "query"; input: OpenDefinition; output: DefinitionView | null };
  /** Opens the definition as a document has it: a version, or the draft. A draft that says nothing else than what is in force */
  definition_document: { kind: "query"; input: DefinitionDocument; output: DefinitionView };
  /** Lists the templates with which a definition can begin. */
  list_templates: { kind: "query"; input: ListTemplates; output: Array<TemplateEntry> };
  /** Lists the fields on which a criterion may rest: what is known of leads when they are handed over. */
  definition_fields: { kind: "query"; input: DefinitionFields; output: Array<OfferedField> };
  /** Judges a lead that somebody typed in: by the draft, or by a version. */
  try_lead: { kind: "query"; input: TryLead; output: JudgedLead };
  /** Runs a definition over the leads of a period, and holds it against another version where one is named. */
  back_test: { kind: "query"; input: BackTest; output: BackTestView };
  /** Shows how the promises of both sides were kept, since they were signed; else how those of the draft would have been. */
  promises_kept: { kind: "query"; input: PromisesKept; output: PromisesKeptView };
  /** Changes a lead. What is changed here stays, whatever a later export says. */
  edit_lead: { kind: "action"; input: EditLead; output: Lead };
  /** Says yes to a lead for sales. */
  accept_lead: { kind: "action"; input: AcceptLead; output: Lead };
  /** Says no to a lead for sales, and why. */
  reject_lead: { kind: "action"; input: RejectLead; output: Lead };
  /** Sends a lead back to be nurtured, and says when it wakes up. */
  recycle_lead: { kind: "action"; input: RecycleLead; output: Lead };
  /** Takes an import back. Rows that were edited by hand since stay as they are; what other imports told stays as they told it. */
  revert_import: { kind: "action"; input: RevertImport; output: TakenBack };
  /** Says the source of many leads at once: of all that a list of the ledger holds, all its pages. What is said here stays, */
  set_source: { kind: "action"; input: SetSource; output: Mended };
  /** Writes several spellings as one, in leads, opportunities and costs; later files are read the same way. */
  merge_aliases: { kind: "action"; input: MergeAliases; output: Mended };
  /** Keeps a spelling apart from names that look like it: it means something else, and is offered for merging no more. */
  exclude_alias: { kind: "action"; input: ExcludeAlias; output: null };
  /** Reads one spelling from now on as it stands again, or offers it again that was kept apart. What was merged stays as it is */
  forget_alias: { kind: "action"; input: ForgetAlias; output: null };
  /** Says which lead sources are marketing's. All others are not. */
  set_marketing_sources: { kind: "action"; input: SetMarketingSources; output: Array<SourceLine> };
  /** Saves a view of the ledger under a name. */
  add_lead_view: { kind: "action"; input: AddLeadView; output: SavedLeadView };
  /** Changes a saved view: its name, or what it lists. */
  edit_lead_view: { kind: "action"; input: EditLeadView; output: SavedLeadView };
  /** Removes a saved view. No lead is touched. */
  remove_lead_view: { kind: "action"; input: RemoveLeadView; output: null };
  /** Fills last year's numbers of a plan from the leads and opportunities that were taken in. */
  take_look_back_from_leads: { kind: "action"; input: TakeLookBackFromLeads; output: Taken };
  /** Lists the files that were taken in, the latest first. */
  list_imports: { kind: "query"; input: ListImports; output: Array<Import> };
  /** Lists leads, a page at a time. */
  list_leads: { kind: "query"; input: ListLeads; output: LeadPage };
  /** Opens one lead with its opportunities and the file that brought it. */
  open_lead: { kind: "query"; input: OpenLead; output: LeadView };
  /** Lists what leads can be filtered by, each with its number of leads. */
  lead_choices: { kind: "query"; input: LeadChoices; output: LeadChoicesView };
  /** Lists the saved views of the ledger, by name. */
  list_lead_views: { kind: "query"; input: ListLeadViews; output: Array<SavedLeadView> };
  /** Counts what became of leads, by source, campaign, owner, quarter or any attribute. */
  lead_funnel: { kind: "query"; input: LeadFunnel; output: LeadFunnelView };
  /** Counts the leads that were lost or ignored, by source, campaign, owner, quarter or any attribute. */
  lost_or_ignored: { kind: "query"; input: LostOrIgnored; output: LostView };
  /** Lists the lead sources, and says which are marketing's. */
  list_sources: { kind: "query"; input: ListSources; output: Array<SourceLine> };
  /** Lists the spellings of a field that look like one name, those that were merged before, and those that are kept apart. */
  list_aliases: { kind: "query"; input: ListAliases; output: SpellingsView };
  /** Says what the leads and opportunities tell of a fiscal year, in the numbers of the look back. */
  lead_year: { kind: "query"; input: LeadYear; output: LeadYearView };
  /** Begins the buying cycle: with a starter set of personas and phases to make one's own, or empty. */
  begin_buying_cycle: { kind: "action"; input: BeginBuyingCycle; output: BuyingCycle };
  /** Copies a persona with all that is known of it, under another name. Its title words stay with the original: a job title */
  copy_persona: { kind: "action"; input: CopyPersona; output: Persona };
  /** Adds one persona. */
  add_persona: { kind: "action"; input: AddPersona; output: Persona };
  /** Changes one persona. */
  edit_persona: { kind: "action"; input: EditPersona; output: Persona };
  /** Removes one persona. */
  remove_persona: { kind: "action"; input: RemovePersona; output: null };
  /** Moves one persona to another place in its list. */
  move_persona: { kind: "action"; input: MovePersona; output: null };
  /** Adds one buying phase. */
  add_buying_phase: { kind: "action"; input: AddBuyingPhase; output: BuyingPhase };
  /** Changes one buying phase. */
  edit_buying_phase: { kind: "action"; input: EditBuyingPhase; output: BuyingPhase };
  /** Removes one buying phase. */
  remove_buying_phase: { kind: "action"; input: RemoveBuyingPhase; output: null };
  /** Moves one buying phase to another place in its list. */
  move_buying_phase: { kind: "action"; input: MoveBuyingPhase; output: null };
  /** Adds one insight. */
  add_insight: { kind: "action"; input: AddInsight; output: Insight };
  /** Changes one insight. */
  edit_insight: { kind: "action"; input: EditInsight; output: Insight };
  /** Removes one insight. */
  remove_insight: { kind: "action"; input: RemoveInsight; output: null };
  /** Moves one insight to another place in its list. */
  move_insight: { kind: "action"; input: MoveInsight; output: null };
  /** Opens the buying cycle; nothing while none was begun. */
  open_buying_cycle: { kind: "query"; input: OpenBuyingCycle; output: BuyingCycleView | null };
  /** Lists what two or more personas have in common (P45): of one kind and in the same words, however they are written. What */
  market_in_common: { kind: "query"; input: MarketInCommon; output: Array<SharedInsight> };
  /** Lists the stages that opportunities of this workspace have, the most frequent first: what a phase can take in. */
  list_opportunity_stages: { kind: "query"; input: ListOpportunityStages; output: Array<OpportunityStage> };
  /** Adds a piece that is a link. */
  add_link: { kind: "action"; input: AddLink; output: Piece };
  /** Changes fields of a piece. A field that was proposed is confirmed by it. */
  edit_piece: { kind: "action"; input: EditPiece; output: Piece };
  /** Changes fields of several pieces at once: one step. */
  edit_pieces: { kind: "action"; input: EditPieces; output: number };
  /** Says that what was proposed for pieces is right. */
  confirm_pieces: { kind: "action"; input: ConfirmPieces; output: null };
  /** Approves a piece as it is, for the side of whoever is at the keyboard. Approved by one of each side, it is what sales uses. */
  approve_piece: { kind: "action"; input: ApprovePiece; output: Version };
  /** Sends a piece back with what is to be changed: it is a draft again. */
  send_back_piece: { kind: "action"; input: SendBackPiece; output: Piece };
  /** Retires a piece: it stays, and shows only to whoever asks for it. */
  retire_piece: { kind: "action"; input: RetirePiece; output: Piece };
  /** Brings a retired piece back. */
  bring_back_piece: { kind: "action"; input: BringBackPiece; output: Piece };
  /** Removes a piece that was never approved by both sides. */
  remove_piece: { kind: "action"; input: RemovePiece; output: null };
  /** Records that a piece was used in a deal. */
  record_use: { kind: "action"; input: RecordUse; output: PieceUse };
  /** Changes a use: what the seller says of it, above all. */
  edit_use: { kind: "action"; input: EditUse; output: PieceUse };
  /** Removes a use that was recorded by mistake. */
  remove_use: { kind: "action"; input: RemoveUse; output: null };
  /** Counts that pieces were taken out of the library. */
  count_taken: { kind: "action"; input: CountTaken; output: null };
  /** Asks for a piece, or says what is to be done about one. */
  ask_for_piece: { kind: "action"; input: AskForPiece; output: CollateralRequest };
  /** Changes the words of a request, or for whom it is. */
  edit_request: { kind: "action"; input: EditRequest; output: CollateralRequest };
  /** Answers a request: with a piece, with the day for which one is promised, or with a no and its reason. One of the three. */
  answer_request: { kind: "action"; input: AnswerRequest; output: CollateralRequest };
  /** Withdraws a request that nobody has answered. */
  remove_request: { kind: "action"; input: RemoveRequest; output: null };
  /** Decides whether pieces are required in a cell, or for a need in it. Not required, it says why. */
  mark_matrix: { kind: "action"; input: MarkMatrix; output: MatrixMark };
  /** Changes what was decided: puts a field back as it was. */
  edit_matrix_mark: { kind: "action"; input: EditMatrixMark; output: MatrixMark };
  /** Changes the settings of the library. */
  edit_collateral_settings: { kind: "action"; input: EditCollateralSettings; output: CollateralSettings };
  /** Imports the notes of return slips that are new: one step. What is known already, and what cannot be read, is left out. */
  import_slips: { kind: "action"; input: ImportSlips; output: SlipsImported };
  /** Makes one piece of two that are one: the other's files, uses and requests become this one's, and what both are made for. */
  merge_pieces: { kind: "action"; input: MergePieces; output: Piece };
  /** Lists pieces, or finds them by their words. */
  list_pieces: { kind: "query"; input: ListPieces; output: PieceList };
  /** Opens one piece. */
  open_piece: { kind: "query"; input: OpenPiece; output: PieceView };
  /** Shows the text of a piece's file, page by page. */
  piece_text: { kind: "query"; input: PieceText; output: Array<PieceTextPage> };
  /** Shows the small pictures of some files, as addresses that a page can show. */
  piece_pictures: { kind: "query"; input: PiecePictures; output: { [key in string]: string } };
  /** Lists the pieces that wait for the approval of a side, the longest first; of whoever is at the keyboard where none is named. */
  review_queue: { kind: "query"; input: ReviewQueue; output: Array<PieceLine> };
  /** Says how much room the library takes in the file. */
  library_size: { kind: "query"; input: LibrarySize; output: LibrarySpace };
  /** Lists uses, the latest first: of one piece, or those whose seller has not said yet how they went. */
  list_uses: { kind: "query"; input: ListUses; output: UseList };
  /** Finds imported opportunities by their names, so that a use can name one: open ones first, the latest first. */
  find_deals: { kind: "query"; input: FindDeals; output: Array<DealChoice> };
  /** Says how all pieces fare. */
  report_usage: { kind: "query"; input: ReportUsage; output: UsageReport };
  /** Lists what is asked for: what is owed first, the longest overdue at the top; then what was answered, the latest first. */
  list_requests: { kind: "query"; input: ListRequests; output: RequestList };
  /** Shows the content matrix; nothing while the buying cycle has not begun. */
  open_content_matrix: { kind: "query"; input: OpenContentMatrix; output: ContentMatrix | null };
  /** Shows the settings of the library. */
  show_collateral_settings: { kind: "query"; input: ShowCollateralSettings; output: CollateralSettings };
  /** Shows what return slips say, and what would become of each note. */
  read_slips: { kind: "query"; input: ReadSlips; output: Array<SlipView> };
  /** Shows what a send pack of some pieces would hold. */
  open_send_pack: { kind: "query"; input: OpenSendPack; output: SendPack };
  /** Compares two versions of a piece. */
  compare_piece_versions: { kind: "query"; input: ComparePieceVersions; output: PieceComparison };
  /** Shows one cell of the content matrix with all its pieces; nothing where persona or phase is not there any more. */
  open_matrix_cell: { kind: "query"; input: OpenMatrixCell; output: MatrixCell | null };
  /** Begins a walk-through. */
  begin_walk_through: { kind: "action"; input: BeginWalkThrough; output: WalkThrough };
  /** Changes what a walk-through is called, or its day. */
  edit_walk_through: { kind: "action"; input: EditWalkThrough; output: WalkThrough };
  /** Ends a walk-through: its steps stay as they are. */
  end_walk_through: { kind: "action"; input: EndWalkThrough; output: WalkThrough };
  /** Opens a walk-through again that has ended, while none goes on from it. */
  reopen_walk_through: { kind: "action"; input: ReopenWalkThrough; output: WalkThrough };
  /** Deletes a walk-through with its steps and fixes, where none goes on from it. */
  remove_walk_through: { kind: "action"; input: RemoveWalkThrough; output: null };
  /** Adds one step. */
  add_walk_step: { kind: "action"; input: AddWalkStep; output: WalkStep };
  /** Changes one step. */
  edit_walk_step: { kind: "action"; input: EditWalkStep; output: WalkStep };
  /** Removes one step. */
  remove_walk_step: { kind: "action"; input: RemoveWalkStep; output: null };
  /** Moves one step to another place in its list. */
  move_walk_step: { kind: "action"; input: MoveWalkStep; output: null };
  /** Adds one fix. */
  add_fix: { kind: "action"; input: AddFix; output: Fix };
  /** Changes one fix. */
  edit_fix: { kind: "action"; input: EditFix; output: Fix };
  /** Removes one fix. */
  remove_fix: { kind: "action"; input: RemoveFix; output: null };
  /** Moves one fix to another place in its list. */
  move_fix: { kind: "action"; input: MoveFix; output: null };
  /** Lists the walk-throughs, the latest first, and what is still to be mended after any of them. */
  list_walk_throughs: { kind: "query"; input: ListWalkThroughs; output: WalkThroughList };
  /** Opens a walk-through: its steps beside those of the last one, what is to be mended, and what became of what was to be mended */
  open_walk_through: { kind: "query"; input: OpenWalkThrough; output: WalkThroughView };
  /** Plans the reviews of a fiscal year: one for each quarter, and one for each month where wanted. Those that are planned stay. */
  plan_reviews: { kind: "action"; input: PlanReviews; output: Array<Review> };
  /** Moves a review to another day or time. */
  edit_review: { kind: "action"; input: EditReview; output: Review };
  /** Takes a review off the calendar, with what was written for it; only while it has not begun. */
  remove_review: { kind: "action"; input: RemoveReview; output: null };
  /** Begins the meeting. Broken off, it goes on where it stopped. */
  begin_review: { kind: "action"; input: BeginReview; output: Review };
  /** Closes a review: its numbers stay as they are, whatever is imported later, and both sides can sign it. */
  close_review: { kind: "action"; input: CloseReview; output: Review };
  /** Says how many minutes a section of a review may take. */
  set_agenda_minutes: { kind: "action"; input: SetAgendaMinutes; output: null };
  /** Opens a closed review again, while nobody has been asked to sign it and no later one was closed. */
  reopen_review: { kind: "action"; input: ReopenReview; output: Review };
  /** Adds to a closed review what its worksheet says today: a dated amendment, which both sides sign. What it said before stays in */
  amend_review: { kind: "action"; input: AmendReview; output: ReviewAmendment };
  /** Takes an amendment back that nobody has been asked to sign. */
  remove_amendment: { kind: "action"; input: RemoveAmendment; output: null };
  /** Says whether a side has finished writing in silence; when both have, everything is revealed together, for good. */
  set_review_ready: { kind: "action"; input: SetReviewReady; output: Review };
  /** Gives a mark in silence: to a goal or to a statement of the pulse; or takes it back. */
  give_review_mark: { kind: "action"; input: GiveReviewMark; output: null };
  /** Gives a note votes of the person at the keyboard: five in all, three at most on one. */
  vote_for_note: { kind: "action"; input: VoteForNote; output: null };
  /** Enters how far a goal has come as of a day; what was entered for that day before is replaced. */
  enter_goal_reading: { kind: "action"; input: EnterGoalReading; output: GoalReading };
  /** Takes back what was entered for a goal. */
  remove_goal_reading: { kind: "action"; input: RemoveGoalReading; output: null };
  /** Adds one note. */
  add_review_note: { kind: "action"; input: AddReviewNote; output: ReviewNote };
  /** Changes one note. */
  edit_review_note: { kind: "action"; input: EditReviewNote; output: ReviewNote };
  /** Removes one note. */
  remove_review_note: { kind: "action"; input: RemoveReviewNote; output: null };
  /** Moves one note to another place in its list. */
  move_review_note: { kind: "action"; input: MoveReviewNote; output: null };
  /** Adds one decision. */
  add_review_decision: { kind: "action"; input: AddReviewDecision; output: ReviewDecision };
  /** Changes one decision. */
  edit_review_decision: { kind: "action"; input: EditReviewDecision; output: ReviewDecision };
  /** Removes one decision. */
  remove_review_decision: { kind: "action"; input: RemoveReviewDecision; output: null };
  /** Moves one decision to another place in its list. */
  move_review_decision: { kind: "action"; input: MoveReviewDecision; output: null };
  /** Adds one action. */
  add_review_action: { kind: "action"; input: AddReviewAction; output: ReviewAction };
  /** Changes one action. */
  edit_review_action: { kind: "action"; input: EditReviewAction; output: ReviewAction };
  /** Removes one action. */
  remove_review_action: { kind: "action"; input: RemoveReviewAction; output: null };
  /** Moves one action to another place in its list. */
  move_review_action: { kind: "action"; input: MoveReviewAction; output: null };
  /** Adds one parked item. */
  add_review_parked: { kind: "action"; input: AddReviewParked; output: ReviewParked };
  /** Changes one parked item. */
  edit_review_parked: { kind: "action"; input: EditReviewParked; output: ReviewParked };
  /** Removes one parked item. */
  remove_review_parked: { kind: "action"; input: RemoveReviewParked; output: null };
  /** Moves one parked item to another place in its list. */
  move_review_parked: { kind: "action"; input: MoveReviewParked; output: null };
  /** Lists the reviews of every fiscal year, what comes next, and what is not done. */
  list_reviews: { kind: "query"; input: ListReviews; output: ReviewList };
  /** Opens a review: its worksheet, what both wrote as far as they may see it, what was decided and agreed. */
  open_review: { kind: "query"; input: OpenReview; output: ReviewView };
  /** Lists the dates of the reviews that are not closed, and of the actions that are not done. */
  review_dates: { kind: "query"; input: ReviewDates; output: Array<ReviewDate> };
  /** Shows where the fiscal year stands in which it is today. */
  show_year: { kind: "query"; input: ShowYear; output: YearSoFar };
  /** Lists what reviews decided to change, the latest first. */
  decided_changes: { kind: "query"; input: DecidedChanges; output: Array<DecidedChange> };
  /** Lists what was said and decided in the closed reviews of a fiscal year. */
  year_learnings: { kind: "query"; input: YearLearnings; output: Learnings };
};
