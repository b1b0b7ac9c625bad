import type { Runner, TaskList } from 'graphile-worker';
import type { Ctx } from '#modules/people/actor.ts';
import { dropFilesOf, sweepConceptFiles, tendConcepts } from '#modules/concepts/server/tend-concepts.ts';
import { sweepTalkFiles } from '#modules/conversations/server/sweep-talk-files.ts';
import { tellMessage } from '#modules/conversations/server/tell-message.ts';
import { escalateOverdue } from '#modules/cases/server/escalate-overdue.ts';
import { sweepProcedureFiles } from '#modules/procedures/server/sweep-procedure-files.ts';
import { closeProcedures } from '#modules/procedures/server/close-procedures.ts';
import { tellMoved } from '#modules/procedures/server/tell-moved.ts';
import { remindViewings } from '#modules/procedures/server/remind-viewings.ts';
import { sweepAwardFiles } from '#modules/awards/server/sweep-award-files.ts';
import { tellObjection, tellResult } from '#modules/awards/server/tell-result.ts';
import { endWithProcedure } from '#modules/options/server/end-with-procedure.ts';
import { sweepOptionFiles } from '#modules/options/server/sweep-option-files.ts';
import { tendOptions } from '#modules/options/server/tend-options.ts';
import { sweepCaseFiles } from '#modules/cases/server/sweep-case-files.ts';
import { takeUpAdvice } from '#modules/cases/server/take-up-advice.ts';
import { tendCases } from '#modules/cases/server/tend-cases.ts';
import { findEvent } from '#modules/people/server/find-event.ts';
import { takeAppointmentAnswer } from '#modules/admission/server/take-appointment-answer.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import { deliverMail } from '#modules/people/server/deliver-mail.ts';
import { deliverSignInLink } from '#modules/people/server/deliver-sign-in-link.ts';
import { sendBriefs } from '#modules/people/server/send-briefs.ts';
import { sendDailyNotes } from '#modules/people/server/send-daily-notes.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { sweepProfileFiles } from '#modules/profiles/server/sweep-profile-files.ts';
import { sweepFiles } from '#modules/properties/server/sweep-files.ts';
import { reactToHouses } from '#modules/groups/server/react-to-houses.ts';
import { sweepGroupFiles } from '#modules/groups/server/sweep-group-files.ts';
import { tendGroups } from '#modules/groups/server/tend-groups.ts';
import { loadFee } from '#modules/admission/server/load-fee.ts';
import { recordPaidInvoice } from '#modules/admission/server/record-payment.ts';
import { issueFeeInvoice } from '#modules/invoices/server/issue-fee-invoice.ts';
import { noteFeePaid } from '#modules/networks/server/note-fee-paid.ts';
import { dropOldDrafts, wakeApplications } from '#modules/admission/server/wake-applications.ts';
import { endWithMembership } from '#modules/admission/server/withdraw-application.ts';
import { tellPartners } from '#modules/networks/server/tell-partners.ts';
import { sweepLogos } from '#modules/networks/server/sweep-logos.ts';
import { forgetUnconfirmed, tellSubscribers } from '#modules/networks/server/tell-subscribers.ts';
import { tellApplication } from '#modules/places/server/tell-application.ts';
import { remindReassessment } from '#modules/places/server/remind-reassessment.ts';
import { tellTandem } from '#modules/places/server/tell-tandem.ts';
import { tellWindow } from '#modules/places/server/tell-window.ts';
import { endConsents } from '#modules/properties/server/end-consents.ts';
import { healImports } from '#modules/properties/server/import/heal-imports.ts';
import { runImportApply } from '#modules/properties/server/import/run-import-apply.ts';
import { runImportCheck } from '#modules/properties/server/import/run-import-check.ts';
import { runImportUndo } from '#modules/properties/server/import/run-import-undo.ts';
import { matchMissing } from '#modules/matching/server/match-missing.ts';
import { matchSpaces, reactToImport } from '#modules/matching/server/react-to-import.ts';
import { reactToRequest } from '#modules/matching/server/react-to-request.ts';
import { reactToFading, reactToSpace } from '#modules/matching/server/react-to-space.ts';
import { isStep } from '#modules/freshness/freshness.ts';
import { settleAsks, takeFreshAnswer } from '#modules/freshness/server/answer-still-true.ts';
import { tellFallen } from '#modules/freshness/server/tell-fallen.ts';
import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { takeReportedMessage } from '#modules/notices/server/take-reported-message.ts';
import { tendMatters } from '#modules/notices/server/tend-matters.ts';
import { sweepReportFiles } from '#modules/reports/server/sweep-report-files.ts';
import { sweepStoryFiles } from '#modules/stories/server/sweep-story-files.ts';
import { closeDays } from '#modules/records/server/close-days.ts';
import { tendRequests } from '#modules/requests/server/tend-requests.ts';
import { settleOrphans } from '#modules/concepts/server/settle-orphans.ts';
import { remindOpeners } from '#modules/concepts/server/remind-openers.ts';
import { remindJuries } from '#modules/judging/server/remind-jury.ts';
import { sweepCandidateFiles } from '#modules/judging/server/sweep-candidate-files.ts';
import { takeOpened } from '#modules/judging/server/take-opened.ts';
import type { House } from '#lib/server/house.ts';
import { openDb } from '#lib/server/db.ts';
import { addJob } from '#lib/server/jobs.ts';
import { freeJobs, startWorker } from '#lib/server/worker.ts';

type Reaction = (ctx: Ctx, event: RecordedEvent) => Promise<void>;

/** What follows from what. Against the arrows nothing is called, it is told here. */
const spaceMoved: Reaction = (ctx, { subjectId }) => reactToSpace(ctx, subjectId);
const requestMoved: Reaction = (ctx, { subjectId, data }) => reactToRequest(ctx, subjectId, data);
const importMoved: Reaction = (ctx, { subjectId }) => reactToImport(ctx, subjectId);
const networkOpened: Reaction = async (ctx, { subjectId }) => void (await tellSubscribers(ctx, subjectId));
const windowOpened: Reaction = async (ctx, { subjectId }) => void (await tellWindow(ctx, subjectId));
const applicationMoved: Reaction = async (ctx, { subjectId, data }) => {
	if (data.to === 'fee_pending') await issueFeeInvoice(ctx, await loadFee(ctx, subjectId));
};
const invoicePaid: Reaction = async (ctx, { data }) => {
	await noteFeePaid(ctx, { ...data, isPaid: true });
	const payment = { amountCents: Number(data.grossCents), receivedOn: String(data.paidOn), reference: String(data.number) };
	if (data.causeKind === 'admission_fee')
		await recordPaidInvoice(ctx, {
			id: String(data.causeId),
			networkId: String(data.network),
			note: `Rechnung ${payment.reference}`,
			...payment
		});
};
const invoiceReopened: Reaction = (ctx, { data }) => noteFeePaid(ctx, { ...data, isPaid: false });
const entriesFaded: Reaction = (ctx, { data }) =>
	reactToFading(ctx, {
		kind: data.kind === 'request' ? 'request' : 'property',
		ids: data.to === 'marked' || !Array.isArray(data.ids) ? [] : data.ids.map(String),
		isShown: data.to !== 'archived'
	});
const fallenTold: Reaction = async (ctx, { data }) => {
	if (isStep(data.to) && Array.isArray(data.ids))
		await tellFallen(ctx, { kind: data.kind === 'request' ? 'request' : 'property', ids: data.ids.map(String), to: data.to });
};
const houseSettled: Reaction = (ctx, { subjectId }) => settleAsks(ctx, { kind: 'property', entryId: subjectId });
const requestSettled: Reaction = (ctx, { subjectId }) => settleAsks(ctx, { kind: 'request', entryId: subjectId });
const freshAnswered: Reaction = (ctx, event) => takeFreshAnswer(ctx, event);
const answered: Reaction = (ctx, event) => takeAppointmentAnswer(ctx, event);
const membershipMoved: Reaction = (ctx, { data }) =>
	endWithMembership(ctx, { network: String(data.network), organisation: String(data.organisation), to: String(data.to) });
const messageReported: Reaction = (ctx, event) => takeReportedMessage(ctx, event);
const valuesChanged: Reaction = async (ctx, { subjectId, data }) =>
	void (await tellPartners(ctx, { networkId: subjectId, version: Number(data.version) }));
/** A question for advice is a case of whoever answers, unless they would rather have messages only. */
const adviceAsked: Reaction = async (ctx, { data }) => {
	if (data.message) await takeUpAdvice(ctx, { messageId: String(data.message), title: String(data.title) });
};
const houseOfGroupsMoved: Reaction = (ctx, { subjectId }) => reactToHouses(ctx, [subjectId]);
const housesOfGroupsFaded: Reaction = (ctx, { data }) =>
	reactToHouses(ctx, data.kind === 'property' && Array.isArray(data.ids) ? data.ids.map(String) : []);
const accountErased: Reaction = async (ctx) => void [await tendGroups(ctx), await settleOrphans(ctx)];
/** What was in the box becomes a candidate. */
const procedureMoved: Reaction = async (ctx, { subjectId, data }) => {
	if (data.move === 'unseal') await takeOpened(ctx, subjectId);
};
const optionOfProcedure: Reaction = async (ctx, { subjectId, data }) => {
	if (data.to === 'cancelled') await endWithProcedure(ctx, { id: subjectId });
};
const reactions: Record<string, Reaction[]> = {
	'advice.asked': [adviceAsked],
	'ask.answered': [answered, freshAnswered],
	'award.told': [tellResult],
	'entries.faded': [entriesFaded, fallenTold, housesOfGroupsFaded],
	'person.erased': [accountErased],
	'procedure.moved': [procedureMoved, optionOfProcedure, tellMoved],
	'property.confirmed': [houseSettled],
	'space.published': [spaceMoved, houseOfGroupsMoved],
	'space.changed': [spaceMoved, houseOfGroupsMoved],
	'space.withdrawn': [spaceMoved, houseSettled, houseOfGroupsMoved],
	'request.published': [requestMoved],
	'request.changed': [requestMoved, requestSettled],
	'request.closed': [requestMoved, requestSettled],
	'import.applied': [importMoved],
	'import.undone': [importMoved],
	'network.opened': [networkOpened],
	'objection.moved': [tellObjection],
	'places.window_opened': [windowOpened],
	'application.moved': [applicationMoved],
	'application.stepped': [tellApplication],
	'tandem.stepped': [tellTandem],
	'invoice.paid': [invoicePaid],
	'invoice.reopened': [invoiceReopened],
	'invoice.cancelled': [invoiceReopened],
	'membership.changed': [membershipMoved],
	'message.reported': [messageReported],
	'network.values_changed': [valuesChanged]
};

/** Jobs that commands add themselves, by task name. */
const tasks: Record<string, (ctx: Ctx, payload: Record<string, unknown>, house: House) => Promise<unknown>> = {
	react: async (ctx, { eventId }) => {
		const event = await findEvent(ctx, String(eventId));
		if (event) for (const reaction of reactions[event.kind] ?? []) await reaction(ctx, event);
	},
	mail: (ctx, payload, { env }) => deliverMail(ctx, payload as Parameters<typeof deliverMail>[1], env),
	'sign-in-mail': (ctx, payload, { env }) => deliverSignInLink(ctx, payload as Parameters<typeof deliverSignInLink>[1], env),
	'daily-note': (ctx) => sendDailyNotes(ctx),
	brief: (ctx, { now }) => sendBriefs(ctx, { now: now === true }),
	'keep-retention': (ctx) => keepRetention(ctx),
	'tend-requests': (ctx) => tendRequests(ctx),
	'tend-freshness': (ctx) => tendFreshness(ctx),
	'forget-unconfirmed': (ctx) => forgetUnconfirmed(ctx),
	'wake-applications': async (ctx) => [await wakeApplications(ctx), await dropOldDrafts(ctx)],
	'remind-reassessment': (ctx) => remindReassessment(ctx),
	'tell-message': (ctx, { messageId }) => tellMessage(ctx, String(messageId)),
	'tend-cases': (ctx) => tendCases(ctx),
	'tend-matters': (ctx) => tendMatters(ctx),
	'tend-groups': (ctx) => tendGroups(ctx),
	'tend-concepts': (ctx) => tendConcepts(ctx),
	'drop-files': (ctx, { keys }, { store }) => dropFilesOf(ctx, { store, keys: Array.isArray(keys) ? keys.map(String) : [] }),
	'tend-options': (ctx) => tendOptions(ctx),
	'escalate-overdue': (ctx) => escalateOverdue(ctx),
	'match-missing': (ctx) => matchMissing(ctx),
	'match-spaces': (ctx, { spaceIds }) => matchSpaces(ctx, Array.isArray(spaceIds) ? spaceIds.map(String) : []),
	'import-check': (ctx, { importId }, { store }) => runImportCheck(ctx, { store, id: String(importId) }),
	'import-apply': (ctx, { importId, personId }) =>
		runImportApply(ctx, { id: String(importId), personId: typeof personId === 'string' ? personId : null }),
	'import-undo': (ctx, { importId, personId }) =>
		runImportUndo(ctx, { id: String(importId), personId: typeof personId === 'string' ? personId : null }),
	'end-consents': (ctx) => endConsents(ctx),
	'sweep-files': async (ctx, _payload, { store }) => [
		await sweepFiles(ctx, { store }),
		await sweepProfileFiles(ctx, { store }),
		await sweepReportFiles(ctx, { store }),
		await sweepCaseFiles(ctx, { store }),
		await sweepTalkFiles(ctx, { store }),
		await sweepProcedureFiles(ctx, { store }),
		await sweepCandidateFiles(ctx, { store }),
		await sweepAwardFiles(ctx, { store }),
		await sweepOptionFiles(ctx, { store }),
		await sweepStoryFiles(ctx, { store }),
		await sweepGroupFiles(ctx, { store }),
		await sweepConceptFiles(ctx, { store })
	],
	'remind-juries': (ctx) => remindJuries(ctx),
	'remind-openers': (ctx) => remindOpeners(ctx),
	'sweep-logos': (ctx, _payload, { store }) => sweepLogos(ctx, { store }),
	'close-record-days': (ctx) => closeDays(ctx),
	'close-procedures': (ctx) => closeProcedures(ctx),
	'remind-viewings': (ctx) => remindViewings(ctx),
	'free-jobs': ({ db }) => freeJobs(db),
	'heal-imports': (ctx) => healImports(ctx)
};

/** Times are UTC. */
const crontab = [
	'30 6 * * * daily-note',
	'2 * * * * brief',
	'20 3 * * * keep-retention',
	'5 23 * * * end-consents',
	'40 3 * * * sweep-files',
	'45 3 * * * sweep-logos',
	'40 5 * * * tend-requests',
	'55 4 * * * tend-freshness',
	'25 3 * * * forget-unconfirmed',
	'10 4 * * * wake-applications',
	'15 5 * * * remind-reassessment',
	'30 5 * * * tend-cases',
	'25 5 * * * remind-juries',
	'35 5 * * * remind-openers',
	'15 0 * * * tend-matters',
	'35 5 * * * tend-groups',
	'4 * * * * tend-concepts',
	'25 5 * * * tend-options',
	'20 * * * * escalate-overdue',
	'50 5 * * * match-missing',
	'7 * * * * close-record-days',
	'* * * * * close-procedures',
	'45 5 * * * remind-viewings',
	'* * * * * free-jobs',
	'* * * * * heal-imports'
].join('\n');

/** Starts the worker of this process; many may run side by side on one database. */
export async function startReactions(house: House): Promise<Runner> {
	const taskList: TaskList = Object.fromEntries(
		Object.entries(tasks).map(([name, task]) => [
			name,
			async (payload: unknown) => {
				await task({ db: openDb(house.pool), actor: null, now: new Date() }, payload as Record<string, unknown>, house);
			}
		])
	);
	await addJob(openDb(house.pool), { task: 'match-missing', payload: {}, key: 'match-missing' });
	await freeJobs(openDb(house.pool));
	await healImports({ db: openDb(house.pool), actor: null, now: new Date() });
	return startWorker(house.pool, { taskList, crontab });
}
