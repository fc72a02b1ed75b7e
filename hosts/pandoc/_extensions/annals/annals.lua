--[[
Draws timelines in documents that pandoc converts: a fenced block of the class annals, whose body is a
table or which names one in `file`, and an image of that class whose file is a table.

In: blocks and images with options as attributes. Out: images in the format that the target shows best, with
the description of the figure as their text alternative. Pictures are kept in a folder by what they were drawn
from, and drawn again only where that has changed. A fault ends the conversion.
]]

local ANNALS = os.getenv('ANNALS') or 'annals'

-- Names of pandoc's targets, and the format of pictures for them; others get PNG.
local FORMATS = {
  pdf = { 'latex', 'beamer', 'context' },
  svg = {
    'html', 'html4', 'html5', 'chunkedhtml', 'epub', 'epub2', 'epub3', 'revealjs', 'slidy', 'slideous',
    's5', 'dzslides', 'typst', 'markdown', 'markdown_strict', 'markdown_mmd', 'gfm', 'commonmark',
    'commonmark_x', 'rst', 'asciidoc', 'asciidoctor',
  },
}

-- What an attribute may not be, as it is no option of a figure.
local REFUSED = {
  output = true, format = true, check = true, ['explain-dates'] = true, snippet = true, messages = true,
  explain = true, fix = true, report = true, schema = true, example = true, completions = true, man = true,
  watch = true, help = true, version = true, ['no-config'] = true,
}

-- Options that may be given several times; their values are separated by semicolons.
local REPEATED = { column = true, category = true, era = true, mark = true, ['break'] = true, font = true }

-- Options that name files, whose content decides whether a picture is drawn again.
local FILES = { theme = true, font = true, config = true }

local settings = { folder = 'annals-figures' }
local count = 0
local version

-- What was wrong with figures; all of it is told at the end.
local faults = {}

--- Ends the work on one figure.
local function fail(label, words)
  error({ fault = 'annals: ' .. label .. ': ' .. words }, 0)
end

--- What `work` gives; nothing if the figure is at fault.
local function kept(work)
  local ok, result = pcall(work)
  if ok then return result end
  if type(result) ~= 'table' or not result.fault then error(result, 0) end
  faults[#faults + 1] = result.fault
  return nil
end

local function content(path)
  local file = io.open(path, 'rb')
  if not file then return nil end
  local bytes = file:read('a')
  file:close()
  return bytes
end

--- Runs the command: whether it went well, what it printed, and what it said.
local function run(args, input)
  if pandoc.system.command then
    local failed, out, words = pandoc.system.command(ANNALS, args, input)
    return not failed, out, words
  end
  local ok, out = pcall(pandoc.pipe, ANNALS, args, input)
  -- Its words have gone to standard error by themselves.
  return ok, ok and out or '', ''
end

local function check_installed()
  if version then return end
  local ok, out = pcall(pandoc.pipe, ANNALS, { '--version' }, '')
  if not ok then
    error('annals: the command ' .. ANNALS .. ' cannot be run; install it, or name it in the variable ANNALS', 0)
  end
  version = out
end

local function format_of_target()
  for format, targets in pairs(FORMATS) do
    for _, target in ipairs(targets) do
      if FORMAT == target then return format end
    end
  end
  return 'png'
end

--- The parts of `text` between semicolons, without blanks around them.
local function parts(text)
  local found = {}
  for part in text:gmatch('[^;]+') do
    found[#found + 1] = part:match('^%s*(.-)%s*$')
  end
  return found
end

--- The options of attributes as arguments, and the content of the files that they name.
local function arguments(attributes, label)
  local args, read = {}, {}
  local keys = {}
  for key in pairs(attributes) do keys[#keys + 1] = key end
  table.sort(keys)
  for _, key in ipairs(keys) do
    if REFUSED[key] or not key:match('^%a[%a-]*$') then
      fail(label, key .. ' is no option of a figure; leave it out')
    end
    local values = REPEATED[key] and parts(attributes[key]) or { attributes[key] }
    for _, value in ipairs(values) do
      args[#args + 1] = '--' .. key .. '=' .. value
      if FILES[key] then read[#read + 1] = content(value) or '' end
    end
  end
  return args, table.concat(read, '\0')
end

--- What annals said, with the figure in place of standard input.
local function explained(words)
  words = words:gsub('standard input:(%d+):(%d+):', 'line %1, column %2 of the table:')
  words = words:gsub('standard input', 'the table')
  -- How the command is used is no help in a document.
  words = words:gsub('\n\nUsage:.*', '')
  return (words:gsub('%s+$', ''))
end

local function warn(label, words)
  for line in words:gmatch('[^\n]+') do
    local text = 'annals: ' .. label .. ': ' .. line
    if pandoc.log and pandoc.log.warn then
      pandoc.log.warn(text)
    else
      io.stderr:write(text, '\n')
    end
  end
end

local function write(path, bytes)
  local file, problem = io.open(path, 'wb')
  if not file then error('annals: cannot write ' .. path .. ': ' .. tostring(problem), 0) end
  file:write(bytes)
  file:close()
end

--- The file of a picture and its words. `figure` has a label, a table or a file, and attributes.
local function drawn(figure)
  check_installed()
  local format = figure.format or format_of_target()
  local args, read = arguments(figure.attributes, figure.label)
  if format == 'png' and not figure.attributes.dpi then args[#args + 1] = '--dpi=300' end
  if format == 'pdf' and not (figure.attributes['pdf-version'] or figure.attributes['pdf-standard']) then
    -- pdfTeX warns of later ones.
    args[#args + 1] = '--pdf-version=1.5'
  end
  local input = figure.table or ''
  if figure.file then
    local bytes = content(figure.file)
    if not bytes then fail(figure.label, 'cannot read ' .. figure.file .. '; paths begin where pandoc is run') end
    read = read .. '\0' .. bytes .. '\0' .. (content((figure.file:gsub('%.[^./\\]*$', '') .. '.toml')) or '')
  end
  local key = pandoc.utils.sha1(table.concat({ version, format, table.concat(args, '\0'), read, input }, '\0\0'))
  local stem = settings.folder .. '/' .. figure.name .. '-' .. key:sub(1, 12)
  local picture, words = stem .. '.' .. format, stem .. '.txt'
  local known = content(picture) and content(words) or ''
  local description, notes = known:match('^(.-)\n\n(.*)$')
  if description then
    warn(figure.label, notes)
    return picture, description
  end
  pandoc.system.make_directory(settings.folder, true)
  table.insert(args, 1, figure.file or '-')
  for _, one in ipairs { '--alt', '--output=' .. picture } do args[#args + 1] = one end
  local ok, out, said = run(args, input)
  if not ok then fail(figure.label, explained(said)) end
  notes = explained(said)
  warn(figure.label, notes)
  out = out:gsub('%s+$', '')
  write(words, out .. '\n\n' .. notes)
  return picture, out
end

--- The image of a picture. Slides of PowerPoint show the description of an image as its caption, and its
--- title to those who cannot see it.
local function image_of(picture, words, identifier, caption)
  if FORMAT == 'pptx' then return pandoc.Image(caption, picture, words, pandoc.Attr(identifier)) end
  return pandoc.Image(pandoc.Inlines { pandoc.Str(words) }, picture, '', pandoc.Attr(identifier))
end

--- The attributes that are options, without those that are this filter's own.
local function options(element)
  local found = {}
  for key, value in pairs(element.attributes) do found[key] = value end
  local own = { file = found.file, caption = found.caption, format = found['picture'] }
  found.file, found.caption, found.picture = nil, nil, nil
  if found.alt then
    found['alt-text'], found.alt = found.alt, nil
  end
  return found, own
end

--- What a figure is called in messages, and how its file begins.
local function named(element)
  count = count + 1
  local id = element.identifier
  local name = id ~= '' and id:gsub('[^%w-]', '-') or 'figure'
  return 'figure ' .. count .. (id ~= '' and ' (#' .. id .. ')' or ''), name
end

local function of_block(block)
  local attributes, own = options(block)
  local label, name = named(block)
  if own.file and block.text:match('%S') then fail(label, 'it has both a table and a file; leave one out') end
  local picture, words = drawn {
    label = label, name = name, attributes = attributes, format = own.format,
    table = not own.file and block.text .. '\n' or nil, file = own.file,
  }
  if not own.caption then return pandoc.Para { image_of(picture, words, block.identifier, {}) } end
  local caption = pandoc.read(own.caption, 'markdown').blocks
  local image = image_of(picture, words, '', pandoc.utils.blocks_to_inlines(caption))
  return pandoc.Figure({ pandoc.Plain { image } }, { long = caption }, pandoc.Attr(block.identifier))
end

local function of_image(image)
  local attributes, own = options(image)
  local label, name = named(image)
  local picture, words = drawn {
    label = label, name = name, attributes = attributes, format = own.format, file = image.src,
  }
  return image_of(picture, words, image.identifier, image.caption)
end

function CodeBlock(block)
  if block.classes:includes('annals') then return kept(function() return of_block(block) end) end
end

function Image(image)
  if image.classes:includes('annals') then return kept(function() return of_image(image) end) end
end

--- The end of the document.
function Pandoc()
  if #faults > 0 then error(table.concat(faults, '\n'), 0) end
end

--- Where pictures are kept may be said in the metadata of the document: annals-figures.
function Meta(meta)
  if meta['annals-figures'] then settings.folder = pandoc.utils.stringify(meta['annals-figures']) end
end

return { { Meta = Meta }, { CodeBlock = CodeBlock, Image = Image }, { Pandoc = Pandoc } }
