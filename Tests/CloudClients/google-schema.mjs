// Checks answers against Google's published messages: node google-schema.mjs <file of [[type, answer], ...]>; prints what is wrong.
import { readFileSync } from 'node:fs';
import gax from 'google-gax';

const messagesOf = file => gax.protobuf.Root.fromJSON(
  JSON.parse(readFileSync(new URL(`node_modules/${file}`, import.meta.url)))).resolveAll();
const answers = messagesOf('@google-cloud/vision/build/protos/protos.json');
const details = messagesOf('google-gax/build/protos/status.json');
const wrong = [];

const isWhole = value => Number.isInteger(value);
const isText = value => typeof value === 'string';
const scalars = {
  string: isText, int32: isWhole, bool: value => typeof value === 'boolean', float: Number.isFinite, double: Number.isFinite,
};

function check(type, value, path) {
  if (type.fullName === '.google.protobuf.Duration') {
    expect(/^\d+s$/.test(value), path, 'is no duration');
    return;
  }

  expect(value !== null && typeof value === 'object' && !Array.isArray(value), path, 'is no message');
  for (const [name, member] of Object.entries(value)) {
    const field = type.fields[name]?.resolve();
    if (!field) {
      expect(false, path, `has the unknown member ${name}`);
    } else if (field.map) {
      expect(Object.values(member).every(scalars[field.type]), `${path}.${name}`, 'is no map');
    } else if (field.repeated) {
      expect(Array.isArray(member), `${path}.${name}`, 'is no list');
      [member].flat().forEach((element, index) => checkValue(field, element, `${path}.${name}[${index}]`));
    } else {
      checkValue(field, member, `${path}.${name}`);
    }
  }
}

function checkValue(field, value, path) {
  if (field.resolvedType instanceof gax.protobuf.Enum) {
    expect(value in (isText(value) ? field.resolvedType.values : field.resolvedType.valuesById), path, 'is no value of its enumeration');
  } else if (field.resolvedType) {
    check(field.resolvedType, value, path);
  } else {
    expect(scalars[field.type](value), path, `is no ${field.type}`);
  }
}

function expect(condition, path, message) {
  if (!condition) {
    wrong.push(`${path} ${message}`);
  }
}

const read = [];
for (const [type, answer] of JSON.parse(readFileSync(process.argv[2]))) {
  if (type !== 'error') {
    check(answers.lookupType(`google.cloud.vision.v1.${type}`), answer, type);
    continue;
  }

  for (const { '@type': address, ...detail } of answer.error.details) {
    check(details.lookupType(address.replace('type.googleapis.com/', '')), detail, address);
  }

  const { code, message, reason, domain, statusDetails } = gax.GoogleError.parseHttpError(answer);
  read.push({ code, message, reason, domain, details: statusDetails?.length });
}

console.log(JSON.stringify({ wrong, read }));
