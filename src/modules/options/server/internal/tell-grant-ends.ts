import { and, eq, gte, lte } from 'drizzle-orm';
import { dayAfter } from '#lib/calendar.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedureGrants } from '#modules/procedures/server/grant-tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { options } from '../tables.ts';
import { tellDesks } from './tell-desk.ts';
import { tellHolders } from './tell-holder.ts';
import { unannounced } from './unannounced.ts';

const kind = 'grant-end';
/** Days before its last day on which a room grant is spoken of, and for how long after it. */
const [ahead, behind] = [30, 14];

type Row = {
	option: { id: string; conceptId: string; endsOn: string };
	procedureId: string;
	holderName: string;
	house: string;
	untilDay: string;
};

function wordsOf({ option, procedureId, holderName, house, untilDay }: Row, today: string) {
	const [isOver, day] = [untilDay < today, germanDay(untilDay)];
	const about = `${option.id}:${untilDay}:${isOver ? 'over' : 'ahead'}`;
	const title = `${house}: Das Raumstipendium ${isOver ? 'ist zu Ende gegangen' : `endet am ${day}`}`;
	const holder = isOver
		? `Der letzte Tag war der ${day}. Danke für alles, was Ihr dort gemacht habt. Erzählt in fünf Minuten, was daraus geworden ist.`
		: `Bis dahin gehören die Räume Euch. Wollt Ihr bleiben, sprecht jetzt mit der Kommune.`;
	const desk = isOver
		? `${holderName} war bis zum ${day} dort. Von selbst geschieht nichts: Bitte die Räume übernehmen und im Register sagen, ob das Haus wieder frei ist.`
		: `${holderName} ist noch bis dahin dort. Jetzt ist Zeit zu klären: verlängern, neu ausschreiben, oder wieder anbieten?`;
	return { kind, about, holder: { option, kind, about, title, text: holder }, desk: { procedureId, kind, about, title, text: desk } };
}

/** Both sides hear a month before the last day of a room grant and after it, once each. Returns how many words were said. */
export async function tellGrantEnds(ctx: Ctx, today: string): Promise<number> {
	const option = { id: options.id, conceptId: options.conceptId, endsOn: options.endsOn };
	const { untilDay } = procedureGrants;
	const rows = await ctx.db
		.select({ option, procedureId: options.procedureId, holderName: options.holderName, house: properties.title, untilDay })
		.from(procedureGrants)
		.innerJoin(procedures, and(eq(procedures.id, procedureGrants.procedureId), eq(procedures.kind, 'room_grant')))
		.innerJoin(options, and(eq(options.procedureId, procedures.id), eq(options.state, 'fulfilled')))
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.where(and(gte(untilDay, dayAfter(today, -behind)), lte(untilDay, dayAfter(today, ahead))));
	const words = rows.flatMap((row) => (row.untilDay ? [wordsOf({ ...row, untilDay: row.untilDay }, today)] : []));
	const fresh = await unannounced(ctx, words);
	await tellHolders(
		ctx,
		fresh.map(({ holder }) => holder)
	);
	await tellDesks(
		ctx,
		fresh.map(({ desk }) => desk)
	);
	return fresh.length;
}
