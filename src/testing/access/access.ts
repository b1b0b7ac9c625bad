import type { Db } from '#lib/server/db.ts';
import type { Actor, Ctx } from '#modules/people/actor.ts';
import type { CastName } from '../cast.ts';

/**
 * The authorization matrix: every command × every role, and every route × every role. Both tests walk the source, so what is
 * forgotten fails with the line to add.
 *
 * A COMMAND is every file in `src/modules/<module>/server/` whose name does not begin with a reading verb (`readingVerbs`).
 * Its entry stands in `src/testing/access/<module>.ts`, under the name of the file without `.ts`:
 *
 *   export const commands: Commands = {
 *     'publish-space': {
 *       allowed: ['editor', 'admin'],
 *       arrange: async ({ as }) => {
 *         const { id } = await createSpace(as('ines'), { … });   // set the stage as whoever it takes
 *         return (ctx) => publishSpace(ctx, id);                  // the one call that every role tries
 *       }
 *     }
 *   };
 *
 * Allowed roles must succeed, all others must be refused with 401, 403 or 404. The stage is set once for a command; what a role does is undone before the next.
 * `allowed: everyone` lets guests in too, `signedIn` everybody else. `system` commands ask no policy, because only jobs, reactions and the
 * command line call them: then say `why` and arrange nothing.
 *
 * A ROUTE has its line in `routes.ts`.
 */
export type Role = 'guest' | 'maker' | 'owner' | 'editor' | 'otherEditor' | 'office' | 'admin';

export const everyone: readonly Role[] = ['guest', 'maker', 'owner', 'editor', 'otherEditor', 'office', 'admin'];
export const signedIn: readonly Role[] = everyone.filter((role) => role !== 'guest');

/** `houseTitle`: what a planted house is called where others look at the same register; its street too, or a list read in meanwhile takes it for its own. */
export type Stage = { db: Db; as: (who: CastName | Actor | null) => Ctx; houseTitle?: string };
export type Command =
	{ allowed: readonly Role[]; arrange: (stage: Stage) => Promise<(ctx: Ctx) => Promise<unknown>> } | { allowed: 'system'; why: string };
export type Commands = Record<string, Command>;

/** Files that begin so only read; what they show is scoped by the actor and tested beside them. */
export const readingVerbs = [
	...[
		'find',
		'list',
		'count',
		'load',
		'has',
		'verify',
		'search',
		'suggest',
		'locate',
		'read',
		'resolve',
		'preview',
		'compare',
		'explain',
		'view'
	],
	...[
		'stream',
		'tile',
		'show',
		'is',
		'guess',
		'check',
		'measure',
		'lookup',
		'nearest',
		'parse',
		'score',
		'summarise',
		'facets',
		'draw',
		'export'
	]
];
