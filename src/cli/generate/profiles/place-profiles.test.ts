import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '#lib/server/db.ts';
import { folderStore } from '#lib/server/store.ts';
import { whyNotPublish } from '#modules/profiles/gate.ts';
import { partSchemas } from '#modules/profiles/parts.ts';
import { listOwnProfiles } from '#modules/profiles/server/list-own-profiles.ts';
import { findProfile } from '#modules/profiles/server/find-profile.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { demoProfiles, placeProfiles } from './place-profiles.ts';

test('the profiles of the demo could be typed into the forms and pass the gate; one has a newer draft', async ({ pool }) => {
	const folder = mkdtempSync(join(tmpdir(), 'gr-demo-'));
	const client = await pool.connect();
	try {
		await client.query('begin');
		await placeProfiles(client, { store: folderStore(folder), now });
		for (const { kind, data } of demoProfiles.flatMap(({ parts }) => parts))
			expect(partSchemas[kind].safeParse(data).error).toBeUndefined();
		const ctx = { db: openDb(client), now, actor: cast.oskar };
		const all = await listOwnProfiles(ctx);
		expect(all.map(({ kind }) => kind).sort()).toEqual(['county', ...Array.from({ length: 5 }, () => 'municipality')]);
		const desks = [];
		for (const { slug } of all) desks.push(await findProfile(ctx, slug));
		for (const desk of desks) expect(whyNotPublish(desk.parts), desk.owner.name).toEqual([]);
		expect(desks.filter(({ isAhead }) => isAhead).map(({ owner }) => owner.slug)).toEqual(['angermuende']);
		expect(desks.every(({ preview }) => preview.isDemo && preview.gallery.length > 0 && preview.voices.length > 0)).toBe(true);
	} finally {
		await client.query('rollback');
		client.release();
		rmSync(folder, { recursive: true });
	}
});
