import { sql } from 'drizzle-orm';
import type { Stage } from './access/access.ts';
import { cast } from './cast.ts';
import type { Published } from './published.ts';

/** Copies what Amira handed in, with everything that was found of it, as often as asked: a procedure as large as any. Ids are made of their number. */
export async function plantMany(
	{ db }: Pick<Stage, 'db'>,
	{ id, conceptOf }: Published & { conceptOf: Record<string, string> },
	n: number
): Promise<void> {
	const [from, next] = [
		conceptOf.amira ?? '',
		(kind: number) => sql.raw(`('00000000-0000-7000-8${kind}00-' || lpad(n::text, 12, '0'))::uuid`)
	];
	const many = sql`generate_series(1, ${n}::int) n`;
	await db.execute(sql`
		insert into concepts (id, procedure_id, number, state, created_at, updated_at, submitted_at, opened_at)
		select ${next(1)}, procedure_id, 100 + n, state, created_at, updated_at, submitted_at, opened_at from concepts, ${many} where id = ${from}`);
	await db.execute(
		sql`insert into concept_members (concept_id, person_id, role, joined_at) select ${next(1)}, ${cast.hanna.id}, 'lead', now() from ${many}`
	);
	await db.execute(sql`
		insert into concept_contents (concept_id, content, opened_at)
		select ${next(1)}, content || jsonb_build_object('concept', ${next(1)}, 'title', 'Konzept ' || n), opened_at from concept_contents, ${many} where concept_id = ${from}`);
	await db.execute(sql`
		insert into candidates (concept_id, procedure_id, state, checked_at, hidden_at)
		select ${next(1)}, procedure_id, state, checked_at, hidden_at from candidates, ${many} where concept_id = ${from}`);
	await db.execute(sql`
		insert into candidate_checks (concept_id, condition_id, is_met, note, at) select ${next(1)}, condition_id, is_met, note, at from candidate_checks, ${many} where concept_id = ${from}`);
	await db.execute(sql`
		insert into conflict_declarations (id, procedure_id, concept_id, member_id, step, kind, note, at)
		select gen_random_uuid(), procedure_id, ${next(1)}, member_id, step, kind, note, at from conflict_declarations, ${many} where concept_id = ${from}`);
	await db.execute(sql`
		with copies as (select n, r.*, gen_random_uuid() as fresh from reviews r, ${many} where concept_id = ${from}),
		given as (insert into reviews (id, procedure_id, concept_id, member_id, state, confidence, submitted_at)
			select fresh, procedure_id, ${next(1)}, member_id, state, confidence, submitted_at from copies)
		insert into review_scores (id, review_id, leaf_id, points, reason, at)
		select gen_random_uuid(), c.fresh, s.leaf_id, s.points, s.reason, s.at from copies c join review_scores s on s.review_id = c.id`);
	await db.execute(sql`
		insert into award_places (procedure_id, concept_id, rank, outcome)
		select procedure_id, ${next(1)}, 100 + n, 'not_awarded' from award_places, ${many} where concept_id = ${from} and procedure_id = ${id}`);
}
