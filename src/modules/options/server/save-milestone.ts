import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { isRunning } from '../option.ts';
import type { MilestoneInput } from '../forms.ts';
import { changeOption, type OptionRow } from './internal/desk-for.ts';
import { optionMilestones } from './tables.ts';

const most = 30;

async function change(
	ctx: Ctx,
	option: OptionRow,
	{ milestoneId = '', version, title, description, dueOn }: MilestoneInput
): Promise<void> {
	const which = and(eq(optionMilestones.id, milestoneId), eq(optionMilestones.optionId, option.id));
	const [row] = await ctx.db.select().from(optionMilestones).where(which).for('update');
	if (!row) throw notFound('Diesen Meilenstein gibt es nicht mehr.');
	if (row.version !== version)
		throw refused('changed-meanwhile', 'Inzwischen hat jemand diesen Meilenstein geändert. Bitte die Seite neu laden.');
	if (row.state === 'confirmed') throw refused('confirmed', 'Dieser Meilenstein ist bestätigt. Zum Ändern bitte zuerst wieder öffnen.');
	/** A new day begins its own reminders. */
	const level = row.dueOn === dueOn ? row.level : null;
	await ctx.db
		.update(optionMilestones)
		.set({ title, description, dueOn, level, version: row.version + 1 })
		.where(which);
}

/** Adds a milestone or changes one that is not confirmed. Throws 401, 404, 409, 422. */
export function saveMilestone(ctx: Ctx, { id, input }: { id: string; input: MilestoneInput }): Promise<void> {
	return changeOption(ctx, id, async (inside, { option }) => {
		if (!isRunning(option.state)) throw refused('over', 'Nach dem Vertrag bleiben die Meilensteine, wie sie sind.');
		const { title, description, dueOn } = input;
		if (dueOn < option.startsOn) throw refused('before', 'Dieser Tag liegt vor dem Beginn der Anhandgabe.', 'dueOn');
		if (dueOn > option.endsOn)
			throw refused('after', 'Dieser Tag liegt nach dem Ende der Anhandgabe. Bitte früher, oder zuerst verlängern.', 'dueOn');
		if (input.milestoneId) await change(inside, option, input);
		else {
			if ((await inside.db.$count(optionMilestones, eq(optionMilestones.optionId, option.id))) >= most)
				throw refused('too-many', `Höchstens ${most} Meilensteine. Weniger sind meist mehr.`);
			await inside.db.insert(optionMilestones).values({ id: newId(), optionId: option.id, title, description, dueOn });
		}
		await appendEntry(inside, { recordId: id, kind: 'option.milestone_saved', facts: { turn: option.turn, title, dueOn } });
	});
}
