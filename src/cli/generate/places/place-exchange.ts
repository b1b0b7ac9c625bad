import { inArray } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { learningGroups, learningMembers, placeFigures, places, placeSteps, tandems } from '#modules/places/server/tables.ts';
import { cast } from '#testing/cast.ts';

type Stage = { db: Db; now: Date; networkId: string };
const day = 86_400_000;

/** Indicator → values of the last three whole years; null was not reported. */
const reported: Record<string, { source: string; values: Record<string, (number | null)[]> }> = {
	'alte-molkerei-angermuende': {
		source: 'Strichliste an der Tür',
		values: {
			'2.1-anteil-bestand': [92, 92, 94],
			'3.2-bewohner': [9, 11, 11],
			'6.1-veranstaltungen': [38, 52, 61],
			'6.1-teilnahmen': [1240, 1810, 2330],
			'8.2-mitwirkende': [14, 19, 23]
		}
	},
	'lichtspielhaus-herzberg': {
		source: 'Kartenverkauf und Schätzung',
		values: {
			'6.1-veranstaltungen': [188, 204, 211],
			'6.1-teilnahmen': [7400, 8150, 8020],
			'8.1-mandate': [1, 1, 2],
			'8.2-mitwirkende': [31, 34, 40]
		}
	},
	'dreiseithof-templin': {
		source: 'Jahresbericht der Hofgemeinschaft',
		values: {
			'3.2-bewohner': [15, 17, 18],
			'6.1-veranstaltungen': [null, 44, 58],
			'6.1-teilnahmen': [null, 1650, 1980],
			'3.1-anteil-nah': [100, 100, 96]
		}
	},
	'postamt-wunsiedel': {
		source: 'Kasse der Stadtküche',
		values: { '6.1-teilnahmen': [null, 18_900, 21_400], '6.1-veranstaltungen': [null, 236, 240], '8.1-mandate': [null, null, 2] }
	},
	'bahnhof-witzenhausen-nord': {
		source: 'Zählung an vier Tagen, hochgerechnet',
		values: { '6.1-veranstaltungen': [22, 24, null], '6.1-teilnahmen': [3100, 3650, null], '8.2-mitwirkende': [26, 29, null] }
	},
	'werkhof-angermuende': {
		source: 'Reparaturbuch',
		values: { '6.1-veranstaltungen': [null, null, 9], '6.1-teilnahmen': [null, null, 410] }
	},
	'stellwerk-neukirchen': {
		source: 'Kurslisten',
		values: { '6.1-veranstaltungen': [null, 74, 118], '6.1-teilnahmen': [null, 1120, 1940], '3.1-anteil-nah': [null, 86, 90] }
	}
};

async function placeNumbers({ db, now }: Stage, ids: Map<string, string>): Promise<void> {
	const last = now.getUTCFullYear() - 1;
	const rows = Object.entries(reported).flatMap(([slug, { source, values }]) =>
		Object.entries(values).flatMap(([key, years]) =>
			years.flatMap((value, i) => {
				const year = last - 2 + i;
				const placeId = ids.get(slug);
				return value === null || !placeId ? [] : [{ id: newId(), placeId, key, year, value, source, reportedOn: `${year + 1}-01-20` }];
			})
		)
	);
	await db.insert(placeFigures).values(rows);
}

/** Figures over three years, a learning group of places on their way, one tandem that is agreed and one that is asked. */
export async function placeExchange(stage: Stage): Promise<void> {
	const { db, now, networkId } = stage;
	const names = [...Object.keys(reported), 'kulturbahnhof-marktleuthen', 'konsum-prenzlau', 'pfarrhaus-selb'];
	const rows = await db
		.select({ id: places.id, slug: places.slug, name: places.contactName, email: places.contactEmail })
		.from(places)
		.where(inArray(places.slug, names));
	const ids = new Map(rows.map(({ slug, id }) => [slug, id]));
	await placeNumbers(stage, ids);
	const groupId = newId();
	const at = new Date(now.getTime() - 90 * day);
	await db.insert(learningGroups).values({
		...{ id: groupId, networkId, title: 'Die ersten Fenster', createdBy: cast.oskar.id, createdAt: at },
		description:
			'Einmal im Monat, anderthalb Stunden online: ein Ort erzählt, woran er gerade hängt, die anderen fragen. Zweimal im Jahr treffen wir uns auf einer Baustelle.'
	});
	const inGroup = rows.filter(({ slug }) => ['kulturbahnhof-marktleuthen', 'konsum-prenzlau', 'stellwerk-neukirchen'].includes(slug));
	await db
		.insert(learningMembers)
		.values(
			inGroup.map(({ id, name, email }) => ({ id: newId(), groupId, placeId: id, contactName: name, contactEmail: email, joinedAt: at }))
		);
	const pair = (from: string, to: string) => ({
		networkId,
		proposerId: ids.get(from) ?? '',
		askedId: ids.get(to) ?? '',
		createdAt: at,
		updatedAt: at
	});
	const agreed = { ...pair('kulturbahnhof-marktleuthen', 'lichtspielhaus-herzberg'), id: newId(), state: 'agreed' as const };
	const asked = { ...pair('alte-molkerei-angermuende', 'werkhof-angermuende'), id: newId(), state: 'proposed' as const };
	await db.insert(tandems).values([
		{ ...agreed, message: 'Ihr habt einen Saal wieder zum Leben gebracht, wir stehen davor. Dürfen wir einmal im Monat anrufen?' },
		{ ...asked, message: 'Wir sind eine Straße weiter und acht Jahre voraus. Wollt Ihr unsere Fehler haben, bevor Ihr sie selbst macht?' }
	]);
	await db.insert(placeSteps).values(
		[agreed, asked].map(({ id, proposerId }) => ({
			...{ id: newId(), placeId: proposerId, machine: 'tandem' as const, subjectId: id, step: 'propose', from: 'none', to: 'proposed', at }
		}))
	);
}
