import { dayOf } from '#lib/calendar.ts';
import { sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb, type Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { berlinMoment } from '#lib/text/berlin.ts';
import * as cases from '#modules/cases/server/case-tables.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { properties } from '#modules/properties/server/tables.ts';
import * as tours from '#modules/tours/server/tables.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { demoTours, type DemoTour } from './demo-tours.ts';

type Stage = { db: Db; now: Date; organisationId: string; shown: string[]; hidden: string };
const day = 86_400_000;

/** The published houses of the town nearest to its market. */
async function housesNear(db: Db): Promise<string[]> {
	const { rows } = await db.execute<{ id: string }>(sql`
		select s.id from spaces s join properties p on p.id = s.id where p.ags = ${angermuende} and p.is_demo and p.lat is not null
		order by (p.lat - 53.015) ^ 2 + ((p.lon - 14.001) * 0.6) ^ 2, p.id limit 6`);
	return rows.map(({ id }) => id);
}

/** A house that only the register knows. */
async function placeHidden(db: Db, now: Date): Promise<string> {
	const id = newId();
	await db.insert(properties).values({
		...{ id, ags: angermuende, reference: 'ANG-ZOLL', title: 'Zollhaus am Mündesee', propertyType: 'residential_house', source: 'office' },
		...{ street: 'Seestraße', houseNumber: '2', postalCode: '16278', city: 'Angermünde', lat: 53.0141, lon: 13.9978, usableAreaM2: 140 },
		...{ isDemo: true, lifecycleState: 'recorded', lastConfirmedAt: now, createdAt: now, updatedAt: now }
	});
	return id;
}

async function placeCase(stage: Stage, { title, state, lesson, inDays }: DemoTour, startsAt: Date): Promise<string> {
	const { db, now, organisationId } = stage;
	const id = newId();
	const at = new Date(Math.min(now.getTime(), startsAt.getTime()) - 12 * day);
	const isOver = state === 'held';
	await db.insert(cases.cases).values({
		...{ id, title, origin: 'event', organisationId, topic: 'spaces', promisedDays: 5, isDemo: true, assigneeId: cast.ines.id },
		...{ state: 'matching', nextStep: isOver ? 'Bei Familie Tietz anrufen' : 'Leerstandsspaziergang', createdBy: cast.ines.id },
		...{ nextStepOn: isOver ? dayOf(new Date(now.getTime() + 3 * day)) : dayOf(startsAt), lesson: isOver ? lesson : null },
		...{ waitingSince: at, firstWordAt: at, createdAt: at, updatedAt: inDays < 0 ? startsAt : now }
	});
	const step = { caseId: id, machine: 'case', subjectId: id, byPersonId: cast.ines.id, at } as const;
	await db.insert(cases.caseStepsTaken).values({ id: newId(), ...step, step: 'open', from: 'none', to: 'accepted' });
	return id;
}

async function placeStops(
	{ db, now, shown, hidden }: Stage,
	{ stops }: DemoTour,
	viewingId: string
): Promise<{ id: string; propertyId: string | null }[]> {
	const rows = stops.map(({ house, isHidden, title, at, minutes, words, consent, asked }, position) => {
		const propertyId = (isHidden ? hidden : house === undefined ? undefined : shown[house]) ?? null;
		const free = propertyId ? {} : { title: title ?? 'Halt', lat: at?.[0], lon: at?.[1] };
		const [publicWords = '', guestWords = '', internalNote = ''] = words ?? [];
		const told = asked ? { askedWhom: asked[0], askedOn: dayOf(new Date(now.getTime() - asked[1] * day)) } : {};
		return { id: newId(), viewingId, position, propertyId, ...free, minutes, publicWords, guestWords, internalNote, consent, ...told };
	});
	await db.insert(tours.tourStops).values(rows);
	return rows;
}

async function placeGuests(
	{ db }: Stage,
	{ guests }: DemoTour,
	{ caseId, viewingId, at }: { caseId: string; viewingId: string; at: Date }
): Promise<void> {
	const rows = guests.map(([{ id: personId, ...one }, people, state, came]) => {
		const party = { id: newId(), caseId, personId, ...one, role: 'seeker' as const, access: 'none' as const, joinedAt: at };
		return { party, guest: { id: newId(), viewingId, partyId: party.id, people, state, came, at } };
	});
	await db.insert(cases.caseParties).values(rows.map(({ party }) => party));
	await db.insert(cases.viewingGuests).values(rows.map(({ guest }) => guest));
}

/** What somebody liked on the way, and the case that became of it. */
async function placeResults(
	stage: Stage,
	told: DemoTour,
	{ viewingId, stops, at }: { viewingId: string; stops: { id: string; propertyId: string | null }[]; at: Date }
): Promise<void> {
	const { db, organisationId, now } = stage;
	for (const [n, { id: personId, ...one }, text, state] of told.interests) {
		const stop = stops[n];
		if (!stop?.propertyId) continue;
		const caseId = state === 'followed' ? newId() : null;
		if (caseId) {
			const stamp = { waitingSince: at, firstWordAt: at, createdAt: at, updatedAt: at, createdBy: cast.ines.id, assigneeId: cast.ines.id };
			const next = { nextStep: 'Besichtigung zu zweit', nextStepOn: dayOf(new Date(now.getTime() + 5 * day)), isDemo: true } as const;
			const title = 'Nach dem Leerstandsspaziergang: Werkstatt im Laden?';
			await db
				.insert(cases.cases)
				.values({ id: caseId, title, origin: 'event', topic: 'spaces', state: 'clarifying', organisationId, ...next, ...stamp });
			await db.insert(cases.caseSubjects).values({ id: newId(), caseId, propertyId: stop.propertyId });
			await db.insert(cases.caseParties).values({ id: newId(), caseId, personId, ...one, role: 'seeker', joinedAt: at });
		}
		await db.insert(tours.tourInterests).values({ id: newId(), stopId: stop.id, personId, ...one, text, state, caseId, at });
	}
	for (const [{ id: personId }, rating, text] of told.feedback)
		if (personId) await db.insert(tours.tourFeedback).values({ id: newId(), viewingId, personId, rating, text, at });
}

/** A walk that is to come and one that was, through Angermünde; after the houses are there. */
export async function placeTours(pool: Pool, now: Date): Promise<void> {
	const db = openDb(pool);
	const organisationId = await ensureMunicipalityOrganisation({ db, now }, angermuende);
	const stage: Stage = { db, now, organisationId, shown: await housesNear(db), hidden: await placeHidden(db, now) };
	for (const told of demoTours) {
		const startsAt = berlinMoment(`${dayOf(new Date(now.getTime() + told.inDays * day))}T14:00`) ?? now;
		const caseId = await placeCase(stage, told, startsAt);
		const viewingId = newId();
		const { title, place, note, capacity, state, guides, walkIns = 0, lesson = '' } = told;
		const at = new Date(Math.min(now.getTime(), startsAt.getTime()) - 2 * day);
		const stamp = { createdBy: cast.ines.id, createdAt: at, updatedAt: at, remindedAt: state === 'held' ? at : null };
		const endsAt = new Date(startsAt.getTime() + 120 * 60_000);
		await db
			.insert(cases.viewings)
			.values({ id: viewingId, caseId, title, place, note, capacity, state, isPublic: true, startsAt, endsAt, ...stamp });
		await db.insert(tours.tours).values({ viewingId, guides, walkIns, lesson, createdBy: cast.ines.id, createdAt: at });
		const stops = await placeStops(stage, told, viewingId);
		await placeGuests(stage, told, { caseId, viewingId, at });
		await placeResults(stage, told, { viewingId, stops, at: state === 'held' ? endsAt : at });
	}
}
