-- What all scripts of jobs share. In every script KEYS[1] is the hash of the job.
local job = KEYS[1]

local function field(name)
  return redis.call('HGET', job, name)
end

-- Writes down one change: status, time in milliseconds, attempts, progress.
local function become(id, status)
  local time = redis.call('TIME')
  local milliseconds = time[1] * 1000 + math.floor(time[2] / 1000)
  local change = string.format('%s %.0f %d %s;', status, milliseconds, tonumber(field('attempts') or '0'), field('progress') or '0')
  redis.call('HSET', job, 'status', status, 'history', (field('history') or '') .. change)
  redis.call('PUBLISH', 'vision:{jobs}:changed', id)
end

local function isFinished()
  local status = field('status')
  return status == 'succeeded' or status == 'failed' or status == 'canceled'
end

-- Takes a place out of the queue.
local function drop(queue, group, place)
  redis.call('XACK', queue, group, place)
  redis.call('XDEL', queue, place)
end

-- Puts a job on the list of those that operators should look at.
local function giveUp(list, id)
  redis.call('LPUSH', list, id)
  redis.call('LTRIM', list, 0, 999)
end

-- Lets the bytes go, and the job itself after a time.
local function close(image, bytes, retention)
  local size = redis.call('STRLEN', image)
  redis.call('DEL', image)
  redis.call('DECRBY', bytes, size)
  redis.call('PEXPIRE', job, retention)
end
