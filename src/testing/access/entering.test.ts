import { Refusal } from '#lib/refusal.ts';
import { entering, withSession } from '../sessions.ts';
import { expect, test } from '../world.ts';
import { commands as people } from './people.ts';
import { commands as matching } from './matching.ts';
import { commands as organisations } from './organisations.ts';
import { commands as properties } from './properties.ts';
import { commands as requests } from './requests.ts';
import type { Commands } from './access.ts';

/** All that somebody may do who has shown one factor and owes the other, beyond what guests may. */
const open = ['add-authenticator-app', 'ask-for-new-passkey', 'confirm-second-factor', 'end-session'];

const commands = Object.entries<Commands[string]>({ ...people, ...matching, ...organisations, ...properties, ...requests });
const closed = commands.flatMap(([name, command]) =>
	command.allowed === 'system' || command.allowed.includes('guest') || open.includes(name) ? [] : [{ name, command }]
);

test.for(closed)('$name: an administrator without the second factor may not', async ({ command }, { db, as }) => {
	const run = await command.arrange({ db, as });
	const ctx = await withSession(entering(as('renate'), 'setup'));
	const outcome = await run(ctx).then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? String(error.status) : error)
	);
	if (outcome instanceof Error) throw outcome;
	expect(outcome).toMatch(/^(401|403|404)$/);
});
