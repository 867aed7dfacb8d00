#!/usr/bin/env node
// Starts the command line, or says in one line that this Node is too old. Written so that the oldest Node parses it.
'use strict';

var oldest = [24, 11];
var found = process.versions.node.split('.');
var major = Number(found[0]);

if (major > oldest[0] || (major === oldest[0] && Number(found[1]) >= oldest[1])) {
  require('./start.cjs');
} else {
  process.stderr.write(
    'Impasse needs Node ' +
      oldest.join('.') +
      ' or later; this is ' +
      process.version +
      '. Install a newer Node from https://nodejs.org and try again.\n'
  );
  process.exitCode = 2;
}
