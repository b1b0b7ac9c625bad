import { spawnSync } from 'node:child_process';
import { chownSync, chmodSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseUnavailable } from './postgres-errors.ts';

/** As whom PostgreSQL runs, which refuses to be root: how to call it, and who owns its files (null: whoever we are). */
export type RunAs = {
	call: (program: string, args: string[]) => [string, string[]];
	spawn: { uid?: number; gid?: number };
	owner: { uid: number; gid: number } | null;
	/** A sentence for the person who starts it, when something unusual was done. */
	note?: string;
};

const direct: RunAs['call'] = (program, args) => [program, args];
const mapped = ['-U', '--map-user=1000', '--map-group=1000'];

/** A user namespace gives it another uid while the files stay root's, even under a path only root may enter. */
const inNamespace: RunAs = { call: (program, args) => ['unshare', [...mapped, program, ...args]], spawn: {}, owner: null };

const namespacesAllowed = () => spawnSync('unshare', [...mapped, 'true'], { stdio: 'ignore' }).status === 0;

/** The first of the system's users made for this: `postgres`, else `nobody`. */
function unprivileged(): { uid: number; gid: number; name: string } {
	const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
	for (const name of ['postgres', 'nobody']) {
		const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
		if (uid) return { uid: Number(uid), gid: Number(gid), name };
	}
	return { uid: 65534, gid: 65534, name: 'nobody' };
}

const ownerOf = (path: string) => {
	const { uid, gid } = statSync(path);
	return { uid, gid };
};

type Places = { dataDir: string; pgdata: string | null; postgres: string };

function asOwner(owner: { uid: number; gid: number }, { dataDir, postgres }: Places): RunAs {
	if (ownerOf(dataDir).uid === 0) chmodSync(dataDir, 0o711);
	const reach = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -x "$2"', 'sh', dataDir, postgres], { ...owner, cwd: '/', stdio: 'ignore' });
	if (reach.status !== 0)
		throw new DatabaseUnavailable(
			`PostgreSQL läuft nicht als root, und Benutzer-Namensräume sind hier nicht erlaubt. Der Benutzer mit der Nummer ${owner.uid} kommt aber nicht an ` +
				`${dataDir} oder ${postgres} heran. Bitte Programm und DATA_DIR dorthin legen, wo andere Benutzer hindürfen (etwa /srv), ` +
				`die Anwendung als gewöhnlicher Benutzer starten oder DATABASE_URL setzen.`
		);
	return { call: direct, spawn: owner, owner };
}

/** Decides as whom to run. Throws `DatabaseUnavailable` with what to do when there is no way. */
export function whoRuns(places: Places): RunAs {
	const self = process.getuid?.();
	const owner = places.pgdata ? ownerOf(places.pgdata) : null;
	if (self !== 0) {
		if (owner && self !== undefined && owner.uid !== self)
			throw new DatabaseUnavailable(
				`Die Datenbank in ${places.pgdata} gehört dem Benutzer mit der Nummer ${owner.uid}. Bitte als dieser starten oder ein anderes DATA_DIR wählen.`
			);
		return { call: direct, spawn: {}, owner: null };
	}
	if (owner && owner.uid !== 0) return asOwner(owner, places);
	if (process.platform === 'linux' && namespacesAllowed()) return inNamespace;
	const user = unprivileged();
	const run = asOwner({ uid: user.uid, gid: user.gid }, places);
	if (places.pgdata) giveAll(places.pgdata, run);
	return {
		...run,
		note: `Benutzer-Namensräume sind hier nicht erlaubt: PostgreSQL läuft als „${user.name}“, ihm gehören seine Dateien in ${places.dataDir}.`
	};
}

/** Hands a file or folder of ours to the one who runs the server. */
export function give(path: string, { owner }: RunAs): void {
	if (owner) chownSync(path, owner.uid, owner.gid);
}

function giveAll(folder: string, runAs: RunAs): void {
	give(folder, runAs);
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
		if (runAs.owner) lchownSync(join(entry.parentPath, entry.name), runAs.owner.uid, runAs.owner.gid);
}
