import { and, eq, gte, inArray, isNull, lt, lte } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { levelDue, levelNames, levels, type Level } from '../milestone.ts';
import { endWarningDue, endWarnings, runningStates } from '../option.ts';
import { tellDesks, type DeskWord } from './internal/tell-desk.ts';
import { tellGrantEnds } from './internal/tell-grant-ends.ts';
import { tellHolders, type Word } from './internal/tell-holder.ts';
import { unannounced } from './internal/unannounced.ts';
import { optionMilestones, optionRemedies, options, optionTalks } from './tables.ts';

const about = {
	...{ id: options.id, procedureId: options.procedureId, conceptId: options.conceptId, holderName: options.holderName },
	...{ endsOn: options.endsOn, levels: options.levels, warned: options.warned, house: properties.title }
};
const isRunning = inArray(options.state, [...runningStates]);

/** Milestones whose next level has come: at most one word each, however long nobody looked. */
async function remind(ctx: Ctx, today: string): Promise<number> {
	const { id, title, dueOn, state, level: done } = optionMilestones;
	const rows = await ctx.db
		.select({ option: about, milestone: { id, title, dueOn, state, done } })
		.from(optionMilestones)
		.innerJoin(options, eq(options.id, optionMilestones.optionId))
		.innerJoin(procedures, eq(procedures.id, options.procedureId))
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.where(and(isRunning, inArray(state, ['planned', 'rejected']), lte(dueOn, dayAfter(today, 180))));
	const due = rows.flatMap(({ option, milestone }) => {
		const level = levelDue(milestone, option.levels, today);
		return level ? [{ option, milestone, level }] : [];
	});
	const words = due.map(({ option, milestone, level }) => ({
		level,
		holder: {
			...{ option, kind: 'option-due', about: `${milestone.id}:${milestone.dueOn}:${level}` },
			title: `${levels[level].title}: ${milestone.title}`,
			text: `${option.house}, fällig am ${germanDay(milestone.dueOn)}. ${levels[level].ask}`
		} satisfies Word,
		desk: {
			...{ procedureId: option.procedureId, kind: 'option-late', about: `${milestone.id}:${milestone.dueOn}:${level}` },
			title: `${option.holderName}: ${milestone.title} ist überfällig`,
			text: `${option.house}, fällig seit ${germanDay(milestone.dueOn)}. ${level === 'escalation' ? levels.escalation.ask : 'Bitte mit der Gruppe sprechen.'}`
		} satisfies DeskWord
	}));
	await tellHolders(
		ctx,
		words.filter(({ level }) => levels[level].to !== 'desk').map(({ holder }) => holder)
	);
	await tellDesks(
		ctx,
		words.filter(({ level }) => levels[level].to !== 'holder').map(({ desk }) => desk)
	);
	await keepLevels(
		ctx,
		due.map(({ milestone, level }) => ({ id: milestone.id, level }))
	);
	return due.length;
}

/** At most as many statements as there are levels. */
async function keepLevels(ctx: Ctx, told: { id: string; level: Level }[]): Promise<void> {
	for (const level of levelNames) {
		const ids = told.filter((one) => one.level === level).map(({ id }) => id);
		if (ids.length) await ctx.db.update(optionMilestones).set({ level }).where(inArray(optionMilestones.id, ids));
	}
}

function endWord(
	option: { id: string; procedureId: string; holderName: string; house: string; endsOn: string },
	warning: number
): DeskWord {
	const isOver = (endWarnings[warning - 1] ?? 0) < 0;
	const day = germanDay(option.endsOn);
	return {
		...{ procedureId: option.procedureId, kind: 'option-end', about: `${option.id}:${option.endsOn}:${warning}` },
		title: isOver ? `${option.house}: Die Anhandgabe ist seit ${day} vorbei` : `${option.house}: Die Anhandgabe endet am ${day}`,
		text: isOver
			? 'Von selbst geschieht nichts. Bitte entscheiden: verlängern, eine Nachfrist setzen, oder feststellen, dass sie ausgelaufen ist.'
			: `${option.holderName} hat noch bis dahin. Jetzt ist Zeit für ein Gespräch: Reicht es bis zum Vertrag?`
	};
}

/** The office is warned before the end and after it; the option stays until somebody decides. */
async function warn(ctx: Ctx, today: string): Promise<number> {
	const rows = await ctx.db
		.select(about)
		.from(options)
		.innerJoin(procedures, eq(procedures.id, options.procedureId))
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.where(and(isRunning, lte(options.endsOn, dayAfter(today, endWarnings[0]))));
	const due = rows.map((option) => ({ option, warning: endWarningDue(option, today) })).filter(({ warning }) => warning > 0);
	await tellDesks(
		ctx,
		due.map(({ option, warning }) => endWord(option, warning))
	);
	for (const warning of endWarnings.map((_, n) => n + 1)) {
		const ids = due.filter((one) => one.warning === warning).map(({ option }) => option.id);
		if (ids.length) await ctx.db.update(options).set({ warned: warning }).where(inArray(options.id, ids));
	}
	return due.length;
}

/** A period to remedy that is over asks the office for an answer, once. */
async function askRemedies(ctx: Ctx, today: string): Promise<number> {
	const rows = await ctx.db
		.update(optionRemedies)
		.set({ toldAt: ctx.now })
		.from(options)
		.where(
			and(
				eq(options.id, optionRemedies.optionId),
				isRunning,
				eq(optionRemedies.state, 'open'),
				lt(optionRemedies.until, today),
				isNull(optionRemedies.toldAt)
			)
		)
		.returning({ id: optionRemedies.id, until: optionRemedies.until, procedureId: options.procedureId, holderName: options.holderName });
	const words = rows.map(({ id, until, procedureId, holderName }): DeskWord => ({
		...{ procedureId, kind: 'option-remedy-over', about: id, title: `${holderName}: Die Nachfrist ist vorbei` },
		text: `Sie lief bis zum ${germanDay(until)}. Ist es gelungen? Bitte eintragen, erst danach lässt sich entscheiden.`
	}));
	await tellDesks(ctx, words);
	return rows.length;
}

/** Talks of the next week stand in the account of both sides; a second night adds nothing. */
async function announceTalks(ctx: Ctx, today: string): Promise<void> {
	const rows = await ctx.db
		.select({ talkId: optionTalks.id, on: optionTalks.on, option: about })
		.from(optionTalks)
		.innerJoin(options, eq(options.id, optionTalks.optionId))
		.innerJoin(procedures, eq(procedures.id, options.procedureId))
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.where(and(isRunning, eq(optionTalks.isHeld, false), gte(optionTalks.on, today), lte(optionTalks.on, dayAfter(today, 7))));
	const words = rows.map(({ talkId, on, option }) => ({
		...{ option, procedureId: option.procedureId, kind: 'option-talk-near', about: `${talkId}:${on}` },
		title: `${option.house}: Gespräch zum Stand am ${germanDay(on)}`,
		text: 'Was steht, was hakt, was wird gebraucht?'
	}));
	const fresh = await unannounced(ctx, words);
	await tellHolders(ctx, fresh);
	await tellDesks(ctx, fresh);
}

/** Every night: reminders of milestones, talks of the week, periods that are over, and the end in sight, of a room grant too. Returns how many words were said to anybody. */
export async function tendOptions(ctx: Ctx): Promise<{ reminded: number; warned: number; remedies: number; grants: number }> {
	const today = dayOf(ctx.now);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await announceTalks(inside, today);
		const grants = await tellGrantEnds(inside, today);
		return { reminded: await remind(inside, today), warned: await warn(inside, today), remedies: await askRemedies(inside, today), grants };
	});
}
