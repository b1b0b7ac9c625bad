import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal, refused } from '#lib/refusal.ts';
import { dropPicture, storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import { shortened } from '#lib/text/shortened.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { commitmentTo } from '#modules/records/entry.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { ReportInput } from '../forms.ts';
import { moves, whyNotMove } from '../milestone.ts';
import type { OptionRow } from './internal/desk-for.ts';
import { changeAsHolder, holderFor, viaOf, type HolderKey } from './internal/holder-for.ts';
import { tellDesks } from './internal/tell-desk.ts';
import { optionMilestones, optionReports } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
type Report = { key: HolderKey; input: ReportInput; photo: Upload | undefined; store: Store };
const most = 300;

async function keepPhoto(store: Store, photo: Upload): Promise<string> {
	const against = whyNotUpload(photo.name, photo.bytes);
	if (against) throw refused('upload-refused', against, 'photo');
	if (kindOfUpload(photo.bytes) === 'pdf') throw refused('no-picture', 'Bitte ein Foto, kein PDF.', 'photo');
	return storePicture(store, { folder: 'anhandgabe', ...photo }).then(
		({ key }) => key,
		(error: unknown) => {
			throw error instanceof Refusal ? refused(error.code, error.message, 'photo') : error;
		}
	);
}

/** The milestone as it was reported, or null for something in between. */
async function reportMilestone(ctx: Ctx, option: OptionRow, milestoneId: string | undefined): Promise<string | null> {
	if (!milestoneId) return null;
	const which = and(eq(optionMilestones.id, milestoneId), eq(optionMilestones.optionId, option.id));
	const [row] = await ctx.db.select().from(optionMilestones).where(which).for('update');
	if (!row) throw refused('gone', 'Diesen Meilenstein gibt es nicht mehr. Bitte einen anderen wählen.', 'milestoneId');
	const not = whyNotMove({ state: row.state, move: 'report' });
	if (not) throw refused('confirmed', 'Dieser Meilenstein ist schon bestätigt. Neues dazu bitte als Zwischenstand melden.', 'milestoneId');
	await ctx.db
		.update(optionMilestones)
		.set({ state: moves.report.to, reportedAt: ctx.now, reason: null, version: row.version + 1 })
		.where(which);
	return row.title;
}

/**
 * One sentence and a photo, to a milestone or in between: from the account or by the link of a mail. The record is committed to the sentence with the
 * id of the report as salt: it keeps neither, so that both are gone when the report goes. Throws 401, 404, 409, 410, 422.
 */
export async function reportProgress(ctx: Ctx, { key, input: { milestoneId, text }, photo, store }: Report): Promise<void> {
	await holderFor(ctx, key);
	const photoKey = photo ? await keepPhoto(store, photo) : null;
	await changeAsHolder(ctx, key, async (inside, { option }) => {
		const had = await inside.db.$count(optionReports, eq(optionReports.optionId, option.id));
		if (had >= most) throw refused('too-many', `Mehr als ${most} Meldungen fasst diese Seite nicht. Bitte sprecht mit dem Büro.`);
		const title = await reportMilestone(inside, option, milestoneId);
		const row = { id: newId(), optionId: option.id, milestoneId: title === null ? null : milestoneId, text, photoKey, via: viaOf(key) };
		await inside.db.insert(optionReports).values({ ...row, byPersonId: 'link' in key ? null : (ctx.actor?.id ?? null), at: ctx.now });
		const facts = { turn: option.turn, hasPhoto: photoKey !== null, ...(title === null ? {} : { title }) };
		const kind = title === null ? 'option.reported' : 'option.milestone_reported';
		await appendEntry(inside, { recordId: option.procedureId, kind, facts, commitments: { text: await commitmentTo(text, row.id) } });
		const told = `${option.holderName} meldet${title === null ? ' einen Zwischenstand' : `: ${title}`}`;
		await tellDesks(inside, [
			{ procedureId: option.procedureId, kind: 'option-report', about: row.id, title: told, text: shortened(text, 400) }
		]);
	}).catch(async (error: unknown) => {
		if (photoKey) await dropPicture(store, photoKey);
		throw error;
	});
}
