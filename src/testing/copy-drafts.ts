import type { Pool } from 'pg';
import { newId } from '#lib/server/id.ts';
import { cast } from './cast.ts';

/** Copies a whole draft of Amira as often as asked, with real commits. Returns the ids, and the key of each file with that of the one it has to hold. */
export async function copyDrafts(
	pool: Pool,
	draftId: string,
	n: number
): Promise<{ ids: string[]; files: { key: string; from: string }[] }> {
	const ids = Array.from({ length: n }, () => newId());
	await pool.query(
		`insert into concepts (id, procedure_id, state, draft, created_at, updated_at)
		select i, procedure_id, 'draft', draft, created_at, updated_at from concepts, unnest($1::uuid[]) i where id = $2`,
		[ids, draftId]
	);
	await pool.query(
		`insert into concept_members (concept_id, person_id, role, joined_at) select i, $2, 'lead', now() from unnest($1::uuid[]) i`,
		[ids, cast.amira.id]
	);
	const { rows: files } = await pool.query<{ key: string; from: string }>(
		`insert into concept_files (id, concept_id, "for", name, key, content_type, bytes, sha256, at)
		select gen_random_uuid(), i, "for", name, key || i, content_type, bytes, sha256, at from concept_files f, unnest($1::uuid[]) i where f.concept_id = $2
		returning key, substr(key, 1, length(key) - 36) as from`,
		[ids, draftId]
	);
	return { ids, files };
}
