-- KEYS: given up, then the queue of each kind
-- ARGV: group
-- Gives how many jobs were given up, and for each kind: how many wait, how many milliseconds the first of them does, and the same of those that run.
-- A job that was canceled while it waited counts until a worker comes upon its place.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function ageOf(place)
  return place and math.max(now - tonumber(string.match(place, '^%d+')), 0) or 0
end

local figures = { redis.call('LLEN', KEYS[1]) }
for index = 2, #KEYS do
  local length, running, last, oldest = redis.call('XLEN', KEYS[index]), 0, '0-0', nil
  local groups = length > 0 and redis.call('XINFO', 'GROUPS', KEYS[index]) or {}
  for _, group in ipairs(groups) do
    local named = {}
    for field = 1, #group, 2 do
      named[group[field]] = group[field + 1]
    end
    if named['name'] == ARGV[1] then
      last = named['last-delivered-id']
      local pending = redis.call('XPENDING', KEYS[index], ARGV[1])
      running, oldest = pending[1], pending[2]
    end
  end
  local first = redis.call('XRANGE', KEYS[index], '(' .. last, '+', 'COUNT', 1)[1]
  table.insert(figures, length - running)
  table.insert(figures, ageOf(first and first[1]))
  table.insert(figures, running)
  table.insert(figures, ageOf(oldest))
end
return figures
